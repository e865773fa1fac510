package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.workinggroup.Role;

/**
 * A step that somebody was told, as whoever has a link from its message may know it.
 *
 * @param content what was true when it fired
 */
public record LinkedAlert(
        UUID id,
        UUID deadlineId,
        UUID recipientId,
        String party,
        Role role,
        ZoneId zone,
        Step step,
        Level level,
        Instant firedAt,
        AlertStatus status,
        @Nullable EndedBecause endedBecause,
        AlertContent content) {

    static LinkedAlert read(ResultSet row, Json json) throws SQLException {
        var alert = OpenAlert.read(row);
        var state = alert.state();
        return new LinkedAlert(
                state.id(),
                state.deadlineId(),
                state.recipientId(),
                alert.party(),
                Role.valueOf(row.getString("role")),
                alert.zone(),
                requireNonNull(alert.step()),
                Level.valueOf(row.getString("level")),
                state.firedAt(),
                state.state(),
                state.endedBecause(),
                json.read(row.getString("content"), AlertContent.class));
    }
}
