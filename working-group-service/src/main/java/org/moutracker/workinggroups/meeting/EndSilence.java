package org.moutracker.workinggroups.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;

/**
 * Ends the silence of the sides once it was agreed to be agreement. It locks meetings and then deadlines, and no group:
 * whoever commands has locked the group before, and waits here for nothing that is waited for there.
 */
@ApplicationScoped
class EndSilence implements DueWork<UUID> {

    private static final DueRows ROWS =
            new DueRows("meeting", "id", "silence_ends_at", "silence_ends_at IS NOT NULL", "version");

    private static final String CAUSE = "the silence on the minutes is over";

    private final MeetingRepository meetings;
    private final MeetingLedger ledger;
    private final KeepMinutes keepMinutes;

    EndSilence(MeetingRepository meetings, MeetingLedger ledger, KeepMinutes keepMinutes) {
        this.meetings = meetings;
        this.ledger = ledger;
        this.keepMinutes = keepMinutes;
    }

    @Override
    public String name() {
        return "minutes";
    }

    @Override
    public DueRows rows() {
        return ROWS;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("due_id", UUID.class);
    }

    @Override
    public void handle(List<UUID> claimed, Instant now) {
        var locked = meetings.lockAll(claimed);
        keepMinutes.hold(locked);
        for (var meeting : locked) {
            meeting.endSilence(now).ifPresent(event -> {
                ledger.tell(event, CAUSE, MeetingLedger.SYSTEM);
                keepMinutes.said(meeting, MeetingLedger.SYSTEM);
            });
        }
        meetings.flush();
    }
}
