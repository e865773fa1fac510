package org.moutracker.agreements.responsibility;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.People;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** When officers are away: once for all agreements. */
@ApplicationScoped
class Absences {

    private static final String READ = """
            SELECT absence.id, own.subject, first_day, last_day, deputy.subject AS deputy, planned_until, recorded_at,
                recorded_by
            FROM absence JOIN officer AS own ON own.person_id = absence.person_id
            LEFT JOIN officer AS deputy ON deputy.person_id = absence.deputy_id
            WHERE own.subject = ?
            """;

    private final AgroalDataSource database;
    private final Officers officers;
    private final People people;
    private final Register register;

    Absences(AgroalDataSource database, Officers officers, People people, Register register) {
        this.database = database;
        this.officers = officers;
        this.people = people;
        this.register = register;
    }

    @Transactional(MANDATORY)
    AbsenceView add(String subject, AbsenceForm form) {
        var officer = lock(subject);
        if (form.to().isBefore(form.from())) {
            throw new InvalidRequest("to", "must not be before " + form.from());
        }
        var deputy = deputy(subject, form.deputy());
        overlapping(subject, form.from(), form.to()).stream().findFirst().ifPresent(other -> {
            throw new RuleViolated("%s is away from %s to %s already".formatted(subject, other.from(), other.to()));
        });
        var absence = new AbsenceView(
                Ids.next(), subject, form.from(), form.to(), form.deputy(), null, register.now(), register.name());
        insert(absence, officer, deputy);
        people.tell(officer.person());
        return absence;
    }

    private @Nullable UUID deputy(String subject, @Nullable String deputy) {
        if (deputy == null) {
            return null;
        }
        if (deputy.equals(subject)) {
            throw new InvalidRequest("deputy", "must be another officer");
        }
        return officers.find(deputy)
                .orElseThrow(() -> new InvalidRequest("deputy", "is not a known officer"))
                .person();
    }

    /** Says that somebody is back: with that day, or has not been away when it is the day before the first. */
    @Transactional(MANDATORY)
    AbsenceView end(String subject, UUID id, LocalDate last) {
        var officer = lock(subject);
        var absence = read(READ + " AND absence.id = ?", subject, id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("absence of this officer"));
        if (last.isBefore(absence.from().minusDays(1)) || last.isAfter(absence.to())) {
            throw new InvalidRequest(
                    "on", "must be from %s to %s".formatted(absence.from().minusDays(1), absence.to()));
        }
        shorten(absence, last);
        people.tell(officer.person());
        return read(READ + " AND absence.id = ?", subject, id).getFirst();
    }

    private Officer lock(String subject) {
        var officer = officers.get(subject);
        if (!people.lock(officer.person())) {
            throw new RuleViolated("the person is erased");
        }
        return officer;
    }

    private List<AbsenceView> overlapping(String subject, LocalDate from, LocalDate to) {
        return read(READ + " AND last_day >= first_day AND first_day <= ? AND last_day >= ?", subject, to, from);
    }

    List<AbsenceView> page(String subject, @Nullable UUID after, int rows) {
        return read(
                READ + " AND (?::uuid IS NULL OR absence.id > ?) ORDER BY absence.id LIMIT ?",
                officers.get(subject).subject(),
                after,
                after,
                rows);
    }

    private List<AbsenceView> read(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var absences = new ArrayList<AbsenceView>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    absences.add(view(row));
                }
            }
            return absences;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read absences", e);
        }
    }

    private static AbsenceView view(ResultSet row) throws SQLException {
        return new AbsenceView(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("deputy"),
                row.getObject("planned_until", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private void insert(AbsenceView absence, Officer officer, @Nullable UUID deputy) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO absence (id, person_id, first_day, last_day, deputy_id, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, absence.id());
            insert.setObject(2, officer.person());
            insert.setObject(3, absence.from());
            insert.setObject(4, absence.to());
            insert.setObject(5, deputy);
            insert.setObject(6, absence.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, absence.recordedBy());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep an absence", e);
        }
    }

    private void shorten(AbsenceView absence, LocalDate last) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE absence SET last_day = ?, planned_until = coalesce(planned_until, last_day),
                            ended_at = ?, ended_by = ?
                        WHERE id = ?
                        """)) {
            update.setObject(1, last);
            update.setObject(2, register.now().atOffset(ZoneOffset.UTC));
            update.setString(3, register.name());
            update.setObject(4, absence.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot end an absence", e);
        }
    }
}
