package org.moutracker.workinggroups.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import com.google.errorprone.annotations.CheckReturnValue;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.person.ForgetPerson;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.person.PersonEvent.PersonChanged;
import org.moutracker.workinggroups.person.PersonEvent.PersonErased;

/** The persons that groups have named; one mail address is one person, and who names it last knows best. */
@ApplicationScoped
public class People {

    private static final String UNIQUE = "23505";

    private final AgroalDataSource database;
    private final ForgetPerson forget;

    People(AgroalDataSource database, ForgetPerson forget) {
        this.database = database;
        this.forget = forget;
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
                                   ?::text AS language, ?::text AS zone, ?::text AS usual_zone, ?::text[] AS channels)
                        INSERT INTO person AS known (id, mailbox, name, email, language, zone, channels)
                        SELECT id, mailbox, name, email, coalesce(language, 'en'), coalesce(zone, usual_zone),
                               coalesce(channels, '{MAIL,IN_APP}') FROM said
                        ON CONFLICT (mailbox) DO UPDATE SET
                            name = excluded.name,
                            email = excluded.email,
                            language = coalesce((SELECT language FROM said), known.language),
                            zone = coalesce((SELECT zone FROM said), known.zone),
                            channels = coalesce((SELECT channels FROM said), known.channels),
                            version = known.version + ((known.name, known.email, known.language, known.zone, known.channels)
                                IS DISTINCT FROM (excluded.name, excluded.email,
                                    coalesce((SELECT language FROM said), known.language),
                                    coalesce((SELECT zone FROM said), known.zone),
                                    coalesce((SELECT channels FROM said), known.channels)))::integer
                        RETURNING new.id, new.name, new.email, new.language, new.zone, new.channels,
                            (old.name, old.email, old.language, old.zone, old.channels)
                                IS DISTINCT FROM (new.name, new.email, new.language, new.zone, new.channels) AS changed
                        """)) {
            upsert.setObject(1, Ids.next());
            upsert.setString(2, contact.mailbox());
            upsert.setString(3, contact.name().strip());
            upsert.setString(4, contact.email());
            upsert.setString(5, contact.language());
            upsert.setString(6, contact.zone());
            upsert.setString(7, usualZone);
            upsert.setArray(8, contact.channels() == null ? null : array(connection, contact.channels()));
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
                        "SELECT id, name, email, language, zone, channels FROM person WHERE id = ANY (?)")) {
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

    /** Somebody who is known. */
    @Transactional
    public Person get(UUID id) {
        var person = find(List.of(id)).get(id);
        if (person == null) {
            throw new NotFound("person");
        }
        return person;
    }

    /**
     * Brings somebody to what is said of him by now.
     *
     * @return what is to be told, if something about it is new
     */
    @Transactional(MANDATORY)
    @CheckReturnValue
    Optional<PersonEvent> change(Person person) {
        var mailbox = person.email() == null ? null : person.email().toLowerCase(Locale.ROOT);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE person
                        SET mailbox = ?, name = ?, email = ?, language = ?, zone = ?, channels = ?, version = version + 1
                        WHERE id = ? AND erased_at IS NULL
                          AND (name, email, language, zone, channels) IS DISTINCT FROM (?, ?, ?, ?, ?)
                        """)) {
            update.setString(1, mailbox);
            update.setString(2, person.name());
            update.setString(3, person.email());
            update.setString(4, person.language());
            update.setString(5, person.zone());
            update.setArray(6, array(connection, person.wanted()));
            update.setObject(7, person.id());
            update.setString(8, person.name());
            update.setString(9, person.email());
            update.setString(10, person.language());
            update.setString(11, person.zone());
            update.setArray(12, array(connection, person.wanted()));
            return update.executeUpdate() == 1 ? Optional.of(new PersonChanged(person)) : Optional.empty();
        } catch (SQLException e) {
            if (UNIQUE.equals(e.getSQLState())) {
                throw new RuleViolated("another person is known by this mail address");
            }
            throw new StorageFailed("cannot keep a person", e);
        }
    }

    /** A person, and how often something about it was new. */
    record Version(Person person, long number) {}

    /** The person, for a change: two at once take turns. Nobody who is erased. */
    @Transactional(MANDATORY)
    Version lock(UUID id) {
        return version(
                id,
                "SELECT id, name, email, language, zone, channels, version, erased_at FROM person WHERE id = ? FOR UPDATE");
    }

    @Transactional
    Version version(UUID id) {
        return version(
                id,
                "SELECT id, name, email, language, zone, channels, version, NULL AS erased_at FROM person WHERE id = ?");
    }

    private Version version(UUID id, String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("person");
                }
                if (row.getObject("erased_at") != null) {
                    throw new RuleViolated("the person is erased");
                }
                return new Version(person(row), row.getLong("version"));
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a person", e);
        }
    }

    /**
     * Forgets who somebody is, also in the answers that are kept for repeated requests.
     *
     * @return what is to be told, the first time
     */
    @Transactional(MANDATORY)
    @CheckReturnValue
    public Optional<PersonEvent> erase(UUID id, String because, Instant now, String who) {
        return forget.forget(id, "Member", because, now, who) ? Optional.of(new PersonErased(id)) : Optional.empty();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone"),
                Arrays.stream((String[]) row.getArray("channels").getArray())
                        .map(Channel::valueOf)
                        .toList());
    }

    /** In one order, so that the same channels are the same array. */
    private static Array array(Connection connection, Collection<Channel> channels) throws SQLException {
        return connection.createArrayOf("text", EnumSet.copyOf(channels).toArray());
    }
}
