package org.moutracker.agreements.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.agreements.person.PersonEvent.PersonChanged;
import org.moutracker.agreements.person.PersonEvent.PersonErased;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.person.ForgetPerson;
import org.moutracker.platform.problem.RuleViolated;

/** The persons that were named here; one mail address is one person, and who names it last knows best. */
@ApplicationScoped
public class People {

    private static final String UNIQUE = "23505";

    private final AgroalDataSource database;
    private final ForgetPerson forget;
    private final InstantSource clock;
    private final Outbox outbox;

    People(AgroalDataSource database, ForgetPerson forget, InstantSource clock, Outbox outbox) {
        this.database = database;
        this.forget = forget;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Finds or adds whom a contact describes, in one statement: two who name one at once name the same; tells what is new. */
    @Transactional(MANDATORY)
    public UUID meet(Contact contact, String usualZone) {
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
                            zone = coalesce((SELECT zone FROM said), known.zone),
                            version = known.version + 1
                        RETURNING new.id, (old.name, old.email, old.language, old.zone)
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
                var id = row.getObject("id", UUID.class);
                if (row.getBoolean("changed")) {
                    tell(id);
                }
                return id;
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep a person", e);
        }
    }

    /** Brings somebody who is known to what is said of him by now, and tells it if something is new. */
    @Transactional(MANDATORY)
    public void change(UUID id, Contact contact) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        WITH said AS (
                            SELECT ?::text AS mailbox, ?::text AS name, ?::text AS email, ?::text AS language,
                                   ?::text AS zone)
                        UPDATE person SET mailbox = said.mailbox, name = said.name, email = said.email,
                            language = coalesce(said.language, person.language),
                            zone = coalesce(said.zone, person.zone), version = version + 1
                        FROM said
                        WHERE id = ? AND erased_at IS NULL
                          AND (person.name, person.email, person.language, person.zone) IS DISTINCT FROM
                              (said.name, said.email, coalesce(said.language, person.language),
                               coalesce(said.zone, person.zone))
                        """)) {
            update.setString(1, contact.mailbox());
            update.setString(2, contact.name().strip());
            update.setString(3, contact.email());
            update.setString(4, contact.language());
            update.setString(5, contact.zone());
            update.setObject(6, id);
            if (update.executeUpdate() == 1) {
                tell(id);
            }
        } catch (SQLException e) {
            if (UNIQUE.equals(e.getSQLState())) {
                throw new RuleViolated("another person is known by this mail address");
            }
            throw new StorageFailed("cannot keep a person", e);
        }
    }

    /** Those of the persons that are known, by id, with their absences that are not over. */
    public Map<UUID, Person> find(Collection<UUID> ids) {
        try (var connection = database.getConnection()) {
            var absences = absences(connection, ids, today());
            try (var select = connection.prepareStatement(
                    "SELECT id, name, email, language, zone FROM person WHERE id = ANY (?)")) {
                select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                var found = new HashMap<UUID, Person>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        var person = person(row, absences);
                        found.put(person.id(), person);
                    }
                }
                return found;
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read persons", e);
        }
    }

    private static Person person(ResultSet row, Map<UUID, List<Absence>> absences) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Person(
                id,
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone"),
                absences.getOrDefault(id, List.of()));
    }

    /** Their absences that last until a day or longer, each person's by day. */
    public Map<UUID, List<Absence>> absences(Collection<UUID> ids, LocalDate day) {
        try (var connection = database.getConnection()) {
            return absences(connection, ids, day);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read absences", e);
        }
    }

    private static Map<UUID, List<Absence>> absences(Connection connection, Collection<UUID> ids, LocalDate day)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT person_id, first_day, last_day, deputy_id FROM absence
                WHERE person_id = ANY (?) AND last_day >= ? AND last_day >= first_day ORDER BY first_day
                """)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            select.setObject(2, day);
            var absences = new HashMap<UUID, List<Absence>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    absences.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                            .add(new Absence(
                                    row.getObject("first_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class),
                                    row.getObject("deputy_id", UUID.class)));
                }
            }
            return absences;
        }
    }

    /** Tells the people topic how somebody can be reached, and when not. */
    @Transactional(MANDATORY)
    public void tell(UUID id) {
        Optional.ofNullable(find(List.of(id)).get(id)).map(PersonChanged::new).ifPresent(outbox::publish);
    }

    /** Lets changes of one person take turns; false for nobody and for somebody who is erased. */
    @Transactional(MANDATORY)
    public boolean lock(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT 1 FROM person WHERE id = ? AND erased_at IS NULL FOR UPDATE")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot lock a person", e);
        }
    }

    /** Forgets who somebody is, also in the answers that are kept for repeated requests, and tells it the first time. */
    @Transactional(MANDATORY)
    public void erase(UUID id, String because, Instant now, String who) {
        if (forget.forget(id, "Person", because, now, who)) {
            outbox.publish(new PersonErased(id));
        }
    }

    /** Where the day begins last on earth: nothing that is still true somewhere is left out. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
