package org.moutracker.workinggroups.donereport;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.deadline.MeetReported.Confirmed;

/** What deadlines need to hear of a done report, and no more. */
record DoneReportState(
        UUID id,
        UUID deadlineId,
        int scheduleNo,
        LocalDate doneOn,
        String state,
        @Nullable UUID confirmedBy) {

    private static final String CONFIRMED = "CONFIRMED";

    /** A state that this version does not know yet meets nothing. */
    boolean isConfirmed() {
        return state.equals(CONFIRMED);
    }

    Confirmed heard(Received<DoneReportState> cause) {
        return new Confirmed(id, deadlineId, scheduleNo, doneOn, confirmedBy, cause);
    }
}
