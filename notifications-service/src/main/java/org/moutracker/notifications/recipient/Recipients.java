package org.moutracker.notifications.recipient;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.notifications.workinggroup.Absence;

/** The people whom we know, until they are erased. */
@ApplicationScoped
public class Recipients {

    private final Sql sql;
    private final Json json;

    Recipients(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** What {@code keep} has made of one person. */
    private record Kept(UUID id, boolean readdressed) {}

    /**
     * Keeps what is said of them. A new address is nobody's until it is verified; one in other capitals is no new one.
     *
     * @return those who have another address now, or none any more
     */
    List<UUID> keep(List<Person> people) {
        return sql
                .query(
                        """
                        INSERT INTO recipient AS known (id, name, email, language, zone, mails, absences)
                        SELECT id, name, email, language, zone, mails, absences::jsonb
                        FROM unnest(?, ?, ?, ?, ?, ?, ?) AS heard (id, name, email, language, zone, mails, absences)
                        ON CONFLICT (id) DO UPDATE SET
                            name = excluded.name, email = excluded.email, language = excluded.language,
                            zone = excluded.zone, mails = excluded.mails, absences = excluded.absences,
                            verified_at = CASE WHEN %1$s THEN known.verified_at END,
                            verified_how = CASE WHEN %1$s THEN known.verified_how END,
                            verified_evidence = CASE WHEN %1$s THEN known.verified_evidence END,
                            suppressed_at = CASE WHEN %1$s THEN known.suppressed_at END,
                            suppressed_because = CASE WHEN %1$s THEN known.suppressed_because END,
                            version = known.version + CASE WHEN %1$s THEN 0 ELSE 1 END
                        RETURNING new.id,
                            lower(btrim(old.email)) IS DISTINCT FROM lower(btrim(new.email)) AS readdressed
                        """.formatted("lower(btrim(known.email)) = lower(btrim(excluded.email))"),
                        row -> new Kept(row.getObject("id", UUID.class), row.getBoolean("readdressed")),
                        Column.ids(people, Person::id),
                        Column.texts(people, Person::name),
                        Column.texts(people, person -> person.mailbox().isEmpty() ? null : person.email()),
                        Column.texts(people, Person::language),
                        Column.texts(people, Person::zone),
                        Column.flags(people, Person::wantsMail),
                        Column.texts(people, person -> json.write(person.absences())))
                .stream()
                .filter(Kept::readdressed)
                .map(Kept::id)
                .toList();
    }

    void erase(Collection<UUID> people) {
        sql.update("DELETE FROM recipient WHERE id = ANY (?)", Column.ids(people));
    }

    public Map<UUID, Recipient> find(Collection<UUID> ids) {
        return sql.query("""
                        SELECT id, name, email, language, zone, mails, absences, verified_at IS NOT NULL AS verified
                        FROM recipient WHERE id = ANY (?)
                        """, this::read, Column.ids(ids)).stream()
                .collect(toMap(recipient -> recipient.person().id(), recipient -> recipient));
    }

    /** These, whoever stands in for them while they are away, whoever stands in for those, and so on. */
    public Map<UUID, Recipient> findWithDeputies(Collection<UUID> ids) {
        var found = new HashMap<UUID, Recipient>();
        Set<UUID> next = new HashSet<>(ids);
        while (!next.isEmpty()) {
            var more = find(next);
            found.putAll(more);
            next = more.values().stream()
                    .flatMap(recipient -> recipient.person().absences().stream())
                    .map(Absence::deputy)
                    .flatMap(Stream::ofNullable)
                    .filter(deputy -> !found.containsKey(deputy))
                    .collect(toSet());
        }
        return found;
    }

    private Recipient read(ResultSet row) throws SQLException {
        var person = new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone"),
                row.getBoolean("mails") ? null : List.of("IN_APP"),
                json.read(row.getString("absences"), new TypeReference<>() {}));
        return new Recipient(person, row.getBoolean("verified"));
    }
}
