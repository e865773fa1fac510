package org.moutracker.workinggroups.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** Stores what many deadlines were recomputed to, in one statement. */
@ApplicationScoped
class KeepSchedules {

    private static final String UPDATE = """
            UPDATE deadline SET
                status = next.status, certainty = next.certainty, last_day = next.last_day, due_at = next.due_at,
                missing = next.missing::jsonb, warnings = next.warnings::jsonb, explanation = next.explanation::jsonb,
                calendar_revisions = next.calendar_revisions::jsonb, counted_from = next.counted_from,
                counted_to = next.counted_to, tzdb = next.tzdb, schedule_no = next.schedule_no,
                scheduled_at = next.scheduled_at, passed = next.passed, recurs = next.recurs,
                version = next.version
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::date[], ?::date[], ?::text[], ?::integer[], ?::timestamptz[], ?::boolean[],
                        ?::boolean[], ?::bigint[])
                AS next (id, status, certainty, last_day, due_at, missing, warnings, explanation, calendar_revisions,
                         counted_from, counted_to, tzdb, schedule_no, scheduled_at, passed, recurs, version)
            WHERE deadline.id = next.id
            """;

    private record Column(String type, Function<Deadline, @Nullable Object> value) {}

    private final AgroalDataSource database;
    private final ObjectMapper json;

    KeepSchedules(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Stores them; they are locked.
     *
     * @param told those of which others hear, which makes a new version
     */
    void keep(List<Deadline> deadlines, Set<UUID> told) {
        var columns = List.of(
                new Column("uuid", deadline -> deadline.id),
                new Column("text", deadline -> deadline.course.status().name()),
                new Column("text", deadline -> deadline.schedule.certainty().name()),
                new Column("date", deadline -> deadline.schedule.lastDay()),
                new Column("timestamptz", deadline -> deadline.schedule.dueAt()),
                new Column("text", deadline -> write(deadline.schedule.missing())),
                new Column("text", deadline -> write(deadline.schedule.warnings())),
                new Column("text", deadline -> write(deadline.schedule.explanation())),
                new Column("text", deadline -> write(deadline.schedule.calendarRevisions())),
                new Column("date", deadline -> deadline.schedule.countedFrom()),
                new Column("date", deadline -> deadline.schedule.countedTo()),
                new Column("text", deadline -> deadline.schedule.tzdb()),
                new Column("int4", deadline -> deadline.scheduleNo),
                new Column("timestamptz", deadline -> deadline.scheduledAt),
                new Column("bool", deadline -> deadline.course.passed()),
                new Column("bool", deadline -> deadline.recurs),
                new Column("int8", deadline -> deadline.version + (told.contains(deadline.id) ? 1 : 0)));
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UPDATE)) {
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var values = deadlines.stream().map(column.value()).toArray();
                update.setArray(i + 1, connection.createArrayOf(column.type(), values));
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep recomputed deadlines", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a schedule", e);
        }
    }
}
