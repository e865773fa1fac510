package org.moutracker.notifications.recipient;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The people whom we know, until they are erased. */
@ApplicationScoped
public class Recipients {

    private final Sql sql;

    Recipients(Sql sql) {
        this.sql = sql;
    }

    void keep(List<Person> people) {
        sql.update(
                """
                INSERT INTO recipient (id, name, email, language, zone)
                SELECT * FROM unnest(?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, email = excluded.email, language = excluded.language, zone = excluded.zone
                """,
                Column.ids(people, Person::id),
                Column.texts(people, Person::name),
                Column.texts(people, person -> person.mailbox().isEmpty() ? null : person.email()),
                Column.texts(people, Person::language),
                Column.texts(people, Person::zone));
    }

    void erase(Collection<UUID> people) {
        sql.update("DELETE FROM recipient WHERE id = ANY (?)", Column.ids(people));
    }

    public Map<UUID, Person> find(Collection<UUID> ids) {
        return sql
                .query(
                        "SELECT id, name, email, language, zone FROM recipient WHERE id = ANY (?)",
                        row -> new Person(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("language"),
                                row.getString("zone")),
                        Column.ids(ids))
                .stream()
                .collect(toMap(Person::id, person -> person));
    }
}
