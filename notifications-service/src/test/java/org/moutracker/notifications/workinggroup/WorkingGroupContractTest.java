package org.moutracker.notifications.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
}
