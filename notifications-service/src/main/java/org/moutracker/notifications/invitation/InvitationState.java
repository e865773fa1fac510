package org.moutracker.notifications.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** What others may know of an invitation: ids alone, nothing by which a person can be reached. */
record InvitationState(
        UUID id,
        UUID meetingId,
        UUID personId,
        int sequence,
        @Nullable Instant deliveredAt,
        Answer answer,
        @Nullable Instant answeredAt,
        int minutesRound,
        @Nullable Instant minutesDeliveredAt) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = """
            invitation.id, invitation.meeting_id, invitation.person_id, invitation.sequence, invitation.delivered_at,
            invitation.answer, invitation.answered_at, invitation.minutes_round, invitation.minutes_delivered_at
            """;

    /** The same meeting and person are the same invitation, whoever hears of it and how often. */
    static UUID id(UUID meeting, UUID person) {
        return NamedIds.of(meeting, person);
    }

    static InvitationState read(ResultSet row) throws SQLException {
        return new InvitationState(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getInt("sequence"),
                Sql.instant(row, "delivered_at"),
                Answer.valueOf(row.getString("answer")),
                Sql.instant(row, "answered_at"),
                row.getInt("minutes_round"),
                Sql.instant(row, "minutes_delivered_at"));
    }
}
