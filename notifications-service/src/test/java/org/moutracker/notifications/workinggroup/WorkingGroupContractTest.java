package org.moutracker.notifications.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingGroupContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"mandated", "member-nominated", "member-accepted", "constituted"})
    void every_event_about_a_working_group_is_understood(String event) throws JsonProcessingException {
        var group = Samples.read("working-group." + event, WorkingGroup.class);

        assertThat(group.name()).isNotBlank();
        assertThat(group.members())
                .allSatisfy(member -> assertThat(member.role()).isEqualTo(Role.CO_CHAIR));
        assertThat(group.members().size() + group.missing().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changed",
                "activated",
                "member-changed",
                "member-ended",
                "became-dormant",
                "concluded",
                "abandoned"
            })
    void what_is_told_since_groups_live_on_is_understood(String event) throws JsonProcessingException {
        assertThat(Samples.read("working-group." + event, WorkingGroup.class).name())
                .isNotBlank();
    }

    @Test
    void who_is_away_and_who_stands_in_is_understood() throws JsonProcessingException {
        var away = Samples.read("working-group.member-changed", WorkingGroup.class)
                .members()
                .getFirst();

        assertThat(away.absences())
                .containsExactly(new Absence(
                        LocalDate.parse("2025-12-01"),
                        LocalDate.parse("2025-12-12"),
                        UUID.fromString("01995778-6000-7000-8000-00000000f003")));
    }
}
