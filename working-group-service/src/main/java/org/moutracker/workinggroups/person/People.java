package org.moutracker.workinggroups.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import com.google.errorprone.annotations.CheckReturnValue;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.workinggroups.person.PersonEvent.PersonChanged;

/** The persons that groups have named; one mail address is one person, and who names it last knows best. */
@ApplicationScoped
public class People {

    private final AgroalDataSource database;

    People(AgroalDataSource database) {
        this.database = database;
    }

    /** A person, and what is to be told if something about it is new. */
    @CheckReturnValue
    public record Known(Person person, Optional<PersonEvent> event) {}

    /** Finds or adds whom a contact describes, in one statement: two nominations at once make one person. */
    @Transactional(MANDATORY)
    @CheckReturnValue
    public Known meet(Contact contact, String usualZone) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        WITH said AS (
                            SELECT ?::uuid AS id, ?::text AS mailbox, ?::text AS name, ?::text AS email,
                                   ?::text AS language, ?::text AS zone, ?::text AS usual_zone)
                        INSERT INTO person AS known (id, mailbox, name, email, language, zone)
                        SELECT id, mailbox, name, email, coalesce(language, 'en'), coalesce(zone, usual_zone) FROM said
                        ON CONFLICT (mailbox) DO UPDATE SET
                            name = excluded.name,
                            email = excluded.email,
                            language = coalesce((SELECT language FROM said), known.language),
                            zone = coalesce((SELECT zone FROM said), known.zone)
                        RETURNING new.id, new.name, new.email, new.language, new.zone,
                            (old.name, old.email, old.language, old.zone)
                                IS DISTINCT FROM (new.name, new.email, new.language, new.zone) AS changed
                        """)) {
            upsert.setObject(1, Ids.next());
            upsert.setString(2, contact.mailbox());
            upsert.setString(3, contact.name().strip());
            upsert.setString(4, contact.email());
            upsert.setString(5, contact.language());
            upsert.setString(6, contact.zone());
            upsert.setString(7, usualZone);
            try (var row = upsert.executeQuery()) {
                row.next();
                var person = person(row);
                return new Known(
                        person, row.getBoolean("changed") ? Optional.of(new PersonChanged(person)) : Optional.empty());
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep a person", e);
        }
    }

    /** Those of the persons that are known, by id. */
    @Transactional
    public Map<UUID, Person> find(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT id, name, email, language, zone FROM person WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            List<Person> found = new ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(person(row));
                }
            }
            return found.stream().collect(toMap(Person::id, person -> person));
        } catch (SQLException e) {
            throw new StorageFailed("cannot read persons", e);
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone"));
    }
}
