package org.moutracker.agreements.responsibility;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;

/** Who was named, ended and handed over, by whom and why. Nothing here is ever changed or removed. */
@ApplicationScoped
class OfficerHistory {

    private final AgroalDataSource database;
    private final Register register;

    OfficerHistory(AgroalDataSource database, Register register) {
        this.database = database;
        this.register = register;
    }

    @Transactional(MANDATORY)
    void keep(OfficerStep what, Assignment assignment, @Nullable LocalDate before, @Nullable String reason) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO officer_step (id, agreement_id, assignment_id, what, subject, role, since, until,
                            until_before, reason, happened_at, done_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, assignment.agreementId);
            insert.setObject(3, assignment.id);
            insert.setString(4, what.name());
            insert.setString(5, assignment.subject);
            insert.setString(6, assignment.role.name());
            insert.setObject(7, assignment.since);
            insert.setObject(8, assignment.until);
            insert.setObject(9, before);
            insert.setString(10, reason);
            insert.setObject(11, register.now().atOffset(ZoneOffset.UTC));
            insert.setString(12, register.name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what became of an officer", e);
        }
    }

    List<OfficerStepView> page(UUID agreement, @Nullable UUID after, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, assignment_id, what, subject, role, since, until, until_before, reason, handover_id,
                            happened_at, done_by
                        FROM officer_step WHERE agreement_id = ? AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?
                        """)) {
            select.setObject(1, agreement);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, rows);
            var steps = new ArrayList<OfficerStepView>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(new OfficerStepView(
                            row.getObject("id", UUID.class),
                            row.getObject("assignment_id", UUID.class),
                            OfficerStep.valueOf(row.getString("what")),
                            row.getString("subject"),
                            OfficerRole.valueOf(row.getString("role")),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            row.getObject("until_before", LocalDate.class),
                            row.getString("reason"),
                            row.getObject("handover_id", UUID.class),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                            row.getString("done_by")));
                }
            }
            return steps;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what became of officers", e);
        }
    }
}
