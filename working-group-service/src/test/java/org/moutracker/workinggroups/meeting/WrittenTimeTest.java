package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.platform.problem.InvalidRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenTimeTest {

    private static final ZoneId HEBRON = ZoneId.of("Asia/Hebron");

    @ParameterizedTest
    @CsvSource({
        "2025-11-10T10:00, 2025-11-10T08:00:00Z",
        "2025-11-10T10:00:30, 2025-11-10T08:00:30Z",
        "2025-11-10T10:00+05:00, 2025-11-10T05:00:00Z",
        "2025-11-10T05:00:00Z, 2025-11-10T05:00:00Z",
        // In summer the clocks are an hour ahead of that.
        "2025-07-10T10:00, 2025-07-10T07:00:00Z"
    })
    void a_time_is_by_the_clocks_of_the_zone_unless_it_names_its_offset(String text, String instant) {
        assertThat(WrittenTime.read("startsAt", text, HEBRON)).isEqualTo(instant);
    }

    @Test
    void an_hour_that_comes_twice_is_the_first() {
        // On 25 October 2025 the clocks go back from 2:00 to 1:00.
        assertThat(WrittenTime.read("startsAt", "2025-10-25T01:30", HEBRON)).isEqualTo("2025-10-24T22:30:00Z");
    }

    @Test
    void an_hour_that_does_not_come_is_refused() {
        assertThatThrownBy(() -> WrittenTime.read("startsAt", "2025-04-12T02:30", HEBRON))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("does not exist in Asia/Hebron");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow", "2025-11-10", "2025-11-31T10:00", "1825-11-10T10:00", "+999999999-01-01T00:00"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> WrittenTime.read("startsAt", text, HEBRON)).isInstanceOf(InvalidRequest.class);
    }
}
