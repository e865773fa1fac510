package org.moutracker.agreements.responsibility;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.moutracker.agreements.responsibility.ResponsibilityEvent.ResponsibilityHandedOver;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/**
 * Hands agreements over from one officer to another, in sets: thousands are a few statements. What is handed over keeps
 * its rows: one ends, another begins.
 */
@ApplicationScoped
@Transactional(MANDATORY)
class HandOver {

    // Some thousands take about a second; what is told of more would make others wait.
    static final int MOST = 20_000;

    private static final String HELD = """
            subject = ? AND role <> 'FOLLOWER' AND (until IS NULL OR until >= greatest(?::date, since))
            """;

    private static final String LOCK = """
            SELECT agreement_id FROM responsibility
            WHERE agreement_id IN (SELECT agreement_id FROM assignment WHERE %s) AND (? OR agreement_id = ANY (?))
            ORDER BY agreement_id LIMIT ? FOR UPDATE
            """.formatted(HELD);

    private static final String MOVE = """
            WITH command AS (
                SELECT ?::uuid AS id, ?::text AS giver, ?::text AS taker, ?::date AS on_day, ?::text AS reason,
                       ?::timestamptz AS at, ?::text AS who),
            given AS (
                UPDATE assignment SET until = greatest(on_day, since) - 1 FROM command
                WHERE subject = giver AND role <> 'FOLLOWER' AND agreement_id = ANY (?)
                  AND (until IS NULL OR until >= greatest(on_day, since))
                RETURNING assignment.id, agreement_id, role, since, old.until AS until_before, new.until AS until),
            taken AS (
                INSERT INTO assignment (id, agreement_id, subject, role, since, until, recorded_at, recorded_by)
                SELECT uuidv7(), agreement_id, taker, role, greatest(on_day, since), until_before, at, who
                FROM given, command
                WHERE NOT EXISTS (
                    SELECT FROM assignment AS own
                    WHERE own.agreement_id = given.agreement_id AND own.subject = taker
                      AND own.role IN ('LEAD', given.role) AND own.since <= greatest(on_day, given.since)
                      AND (own.until IS NULL OR own.until >= given.until_before))
                RETURNING id, agreement_id, role, since, until),
            steps AS (
                INSERT INTO officer_step (id, agreement_id, assignment_id, what, subject, role, since, until, until_before,
                    reason, handover_id, happened_at, done_by)
                SELECT uuidv7(), agreement_id, step.id, what, subject, role, since, until, until_before, reason,
                    command.id, at, who
                FROM (
                    SELECT id, agreement_id, 'HANDED_OVER' AS what, giver AS subject, role, since, until, until_before
                    FROM given, (SELECT giver FROM command) AS one
                    UNION ALL
                    SELECT id, agreement_id, 'TOOK_OVER', taker, role, since, until, NULL
                    FROM taken, (SELECT taker FROM command) AS other) AS step, command)
            UPDATE responsibility SET version = version + 1
            WHERE agreement_id IN (SELECT agreement_id FROM given)
            """;

    private final AgroalDataSource database;
    private final Officers officers;
    private final Responsibilities responsibilities;
    private final Register register;
    private final Outbox outbox;

    HandOver(
            AgroalDataSource database,
            Officers officers,
            Responsibilities responsibilities,
            Register register,
            Outbox outbox) {
        this.database = database;
        this.officers = officers;
        this.responsibilities = responsibilities;
        this.register = register;
        this.outbox = outbox;
    }

    HandoverView handOver(HandoverForm form) {
        check(form);
        var on = form.on() == null ? register.today() : form.on();
        try (var connection = database.getConnection()) {
            // Asked again under the locks: somebody else may have handed over meanwhile.
            var held = heldBy(connection, form.from(), on, lock(connection, form, on));
            var already =
                    switch (form.agreements()) {
                        case Selection.All all -> 0;
                        case Selection.These these -> already(connection, these.ids(), held, form, on);
                    };
            var handover = new HandoverView(
                    Ids.next(),
                    form.from(),
                    form.to(),
                    on,
                    form.reason(),
                    held.size(),
                    already,
                    register.now(),
                    register.name());
            keep(connection, handover);
            move(connection, handover, held);
            outbox.publish(responsibilities.states(held, register.today()).stream()
                    .map(ResponsibilityHandedOver::new)
                    .toList());
            return handover;
        } catch (SQLException e) {
            throw new StorageFailed("cannot hand over", e);
        }
    }

    private void check(HandoverForm form) {
        var known = officers.find(List.of(form.from(), form.to()));
        var wrong = new ArrayList<Violation>();
        if (!known.containsKey(form.from())) {
            wrong.add(new Violation("from", "is not a known officer"));
        }
        if (!known.containsKey(form.to())) {
            wrong.add(new Violation("to", "is not a known officer"));
        }
        if (form.from().equals(form.to())) {
            wrong.add(new Violation("to", "must be another officer"));
        }
        if (form.agreements() instanceof Selection.These(var ids) && (ids.isEmpty() || ids.size() > MOST)) {
            wrong.add(new Violation("agreements", "must be 1 to %d ids, or \"all\"".formatted(MOST)));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }

    private static List<UUID> lock(Connection connection, HandoverForm form, LocalDate on) throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            var ids = form.agreements() instanceof Selection.These(var these) ? these : List.<UUID>of();
            select.setString(1, form.from());
            select.setObject(2, on);
            select.setBoolean(3, form.agreements() instanceof Selection.All);
            select.setArray(4, connection.createArrayOf("uuid", ids.toArray()));
            select.setInt(5, MOST + 1);
            var locked = read(select);
            if (locked.size() > MOST) {
                throw new RuleViolated(
                        "%s has more than %d agreements: name those that are handed over".formatted(form.from(), MOST));
            }
            return locked;
        }
    }

    /** How many the other one has already; refuses those that neither has. */
    private static int already(
            Connection connection, List<UUID> wanted, Collection<UUID> held, HandoverForm form, LocalDate on)
            throws SQLException {
        var rest = new ArrayList<>(wanted);
        rest.removeAll(new HashSet<>(held));
        if (rest.isEmpty()) {
            return 0;
        }
        var theirs = Set.copyOf(heldBy(connection, form.to(), on, rest));
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < wanted.size(); i++) {
            if (rest.contains(wanted.get(i)) && !theirs.contains(wanted.get(i))) {
                wrong.add(new Violation(
                        "agreements[" + i + "]", "is no agreement of %s on %s".formatted(form.from(), on)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        return rest.size();
    }

    private static List<UUID> heldBy(Connection connection, String subject, LocalDate on, List<UUID> among)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT DISTINCT agreement_id FROM assignment WHERE agreement_id = ANY (?) AND " + HELD)) {
            select.setArray(1, connection.createArrayOf("uuid", among.toArray()));
            select.setString(2, subject);
            select.setObject(3, on);
            return read(select);
        }
    }

    private static List<UUID> read(PreparedStatement select) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject("agreement_id", UUID.class));
            }
        }
        return ids;
    }

    private static void keep(Connection connection, HandoverView handover) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO handover (id, giver, taker, on_day, reason, handed_over, already, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, handover.id());
            insert.setString(2, handover.from());
            insert.setString(3, handover.to());
            insert.setObject(4, handover.on());
            insert.setString(5, handover.reason());
            insert.setInt(6, handover.handedOver());
            insert.setInt(7, handover.already());
            insert.setObject(8, handover.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(9, handover.recordedBy());
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, HandoverView handover, List<UUID> agreements) throws SQLException {
        try (var update = connection.prepareStatement(MOVE)) {
            update.setObject(1, handover.id());
            update.setString(2, handover.from());
            update.setString(3, handover.to());
            update.setObject(4, handover.on());
            update.setString(5, handover.reason());
            update.setObject(6, handover.recordedAt().atOffset(ZoneOffset.UTC));
            update.setString(7, handover.recordedBy());
            update.setArray(8, connection.createArrayOf("uuid", agreements.toArray()));
            update.executeUpdate();
        }
    }

    @Transactional(SUPPORTS)
    HandoverView get(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT * FROM handover WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("handover");
                }
                return new HandoverView(
                        id,
                        row.getString("giver"),
                        row.getString("taker"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("reason"),
                        row.getInt("handed_over"),
                        row.getInt("already"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"));
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a handover", e);
        }
    }
}
