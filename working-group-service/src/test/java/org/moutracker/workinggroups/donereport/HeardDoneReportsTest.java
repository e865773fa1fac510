package org.moutracker.workinggroups.donereport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.Contract;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeardDoneReportsTest {

    @Test
    void a_confirmed_report_says_which_deadline_was_done_when_and_who_confirmed_it() {
        var state = Contract.read("mou.done-report.confirmed.v1", DoneReportState.class);

        assertThat(state.isConfirmed()).isTrue();
        var confirmed = state.heard(received(state));
        assertThat(confirmed.deadlineId()).isEqualTo(UUID.fromString("01995778-5a80-7000-8000-00000000d001"));
        assertThat(confirmed.scheduleNo()).isEqualTo(1);
        assertThat(confirmed.on()).isEqualTo("2025-10-14");
        assertThat(confirmed.by()).isEqualTo(UUID.fromString("01995778-6000-7000-8000-00000000f003"));
    }

    @Test
    void a_state_that_is_not_known_yet_meets_nothing() {
        var state = new DoneReportState(UUID.randomUUID(), UUID.randomUUID(), 1, LocalDate.EPOCH, "WITHDRAWN", null);

        assertThat(state.isConfirmed()).isFalse();
    }

    private static Received<DoneReportState> received(DoneReportState state) {
        return new Received<>(
                UUID.randomUUID(),
                "mou.done-report.confirmed.v1",
                state.id().toString(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                state);
    }
}
