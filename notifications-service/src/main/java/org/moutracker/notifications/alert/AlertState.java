package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.sql.Sql;

/**
 * What others may know of an alert: ids alone, nothing by which a person can be reached.
 *
 * @param step null when a date has moved, which is no step and is told as a {@link MovedAlert}
 * @param until until when it is acknowledged or snoozed; null when it is neither
 */
record AlertState(
        UUID id,
        UUID deadlineId,
        @Nullable UUID agreementId,
        @Nullable UUID workingGroupId,
        int planNo,
        @Nullable String step,
        UUID recipientId,
        AlertStatus state,
        @Nullable EndedBecause endedBecause,
        Instant fireAt,
        Instant firedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until,

        @JsonIgnore int version) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = """
            alert.id, alert.deadline_id, alert.agreement_id, alert.working_group_id, alert.plan_no, alert.step,
            alert.recipient_id, alert.state, alert.ended_because, alert.fire_at, alert.fired_at,
            alert.quiet_until, alert.version AS alert_version
            """;

    static AlertState read(ResultSet row) throws SQLException {
        return new AlertState(
                row.getObject("id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getObject("agreement_id", UUID.class),
                row.getObject("working_group_id", UUID.class),
                row.getInt("plan_no"),
                Optional.ofNullable(row.getObject("step", Integer.class))
                        .map(step -> new Step(step).toString())
                        .orElse(null),
                row.getObject("recipient_id", UUID.class),
                AlertStatus.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("ended_because"))
                        .map(EndedBecause::valueOf)
                        .orElse(null),
                requireNonNull(Sql.instant(row, "fire_at")),
                requireNonNull(Sql.instant(row, "fired_at")),
                Sql.instant(row, "quiet_until"),
                row.getInt("alert_version"));
    }
}
