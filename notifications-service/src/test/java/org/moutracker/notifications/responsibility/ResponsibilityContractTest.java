package org.moutracker.notifications.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponsibilityContractTest {

    @Test
    void every_event_about_officers_is_understood() throws JsonProcessingException {
        assertThat(Samples.read("responsibility.changed", Responsibility.class).officers())
                .extracting(Officer::role)
                .containsExactly(Officer.Role.LEAD, Officer.Role.FOLLOWER);
        assertThat(Samples.read("responsibility.handed-over", Responsibility.class)
                        .officers()
                        .getFirst()
                        .until())
                .isEqualTo(LocalDate.parse("2026-03-31"));
    }
}
