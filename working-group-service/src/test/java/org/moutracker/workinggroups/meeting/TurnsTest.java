package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.workinggroup.MeetingRule;
import org.moutracker.workinggroups.workinggroup.Quorum;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {

    private static final MeetingRule RULE =
            new MeetingRule("P6M", List.of("PK", "PS", "CN"), new Quorum(1, true), "P14D", "P30D", null);

    @ParameterizedTest
    @CsvSource({"0, PK", "1, PS", "2, CN", "3, PK", "4, PS"})
    void the_parties_receive_each_other_in_turn_beginning_with_the_first(int held, String host) {
        var turns = new Turns(
                RULE, IntStream.rangeClosed(1, held).mapToObj(TurnsTest::held).toList());

        assertThat(turns.number()).isEqualTo(held + 1);
        assertThat(turns.host()).contains(host);
        assertThat(turns.nextHost()).contains(host);
    }

    @Test
    void a_number_that_a_cancelled_meeting_leaves_is_taken_first_with_its_host() {
        var turns = new Turns(RULE, List.of(held(1), held(3)));

        assertThat(turns.number()).isEqualTo(2);
        assertThat(turns.host()).contains("PS");
    }

    @Test
    void where_the_terms_name_nobody_it_is_nobodys_turn() {
        assertThat(new Turns(null, List.of(held(1))).host()).isEmpty();
    }

    private static Ordinary held(int number) {
        return new Ordinary(
                UUID.randomUUID(),
                number,
                Ordinals.meeting(number),
                MeetingStatus.HELD,
                LocalDate.of(2025, 1, 1).plusMonths(number),
                "PK",
                Instant.EPOCH);
    }
}
