package org.moutracker.agreements.responsibility;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** The officers: which person is behind the subject of a token. */
@ApplicationScoped
class Officers {

    private static final String UNIQUE = "23505";

    private final AgroalDataSource database;

    Officers(AgroalDataSource database) {
        this.database = database;
    }

    Officer get(String subject) {
        return find(subject).orElseThrow(() -> new NotFound("officer"));
    }

    Optional<Officer> find(String subject) {
        return Optional.ofNullable(find(List.of(subject)).get(subject));
    }

    Map<String, Officer> find(Collection<String> subjects) {
        return read("SELECT subject, person_id FROM officer WHERE subject = ANY (?)", "text", subjects).stream()
                .collect(toMap(Officer::subject, officer -> officer));
    }

    /** The officers that persons are, by person. */
    Map<UUID, Officer> ofPeople(Collection<UUID> people) {
        return read("SELECT subject, person_id FROM officer WHERE person_id = ANY (?)", "uuid", people).stream()
                .collect(toMap(Officer::person, officer -> officer));
    }

    private List<Officer> read(String sql, String type, Collection<?> values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf(type, values.toArray()));
            var officers = new ArrayList<Officer>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    officers.add(new Officer(row.getString("subject"), row.getObject("person_id", UUID.class)));
                }
            }
            return officers;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read officers", e);
        }
    }

    @Transactional(MANDATORY)
    Officer add(String subject, UUID person, Instant now, String who) {
        if (!ofPeople(List.of(person)).isEmpty()) {
            throw new RuleViolated("another officer is known by this mail address");
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO officer (subject, person_id, registered_at, registered_by) VALUES (?, ?, ?, ?)
                        """)) {
            insert.setString(1, subject);
            insert.setObject(2, person);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setString(4, who);
            insert.executeUpdate();
            return new Officer(subject, person);
        } catch (SQLException e) {
            if (UNIQUE.equals(e.getSQLState())) {
                throw new RuleViolated("somebody else has just registered the officer or the mail address");
            }
            throw new StorageFailed("cannot keep an officer", e);
        }
    }
}
