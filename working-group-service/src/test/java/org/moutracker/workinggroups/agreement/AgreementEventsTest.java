package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class AgreementEventsTest {

    @Test
    void a_commitment_to_establish_a_body_mandates_a_group_and_opens_its_deadline() {
        var seed = Seed.told();

        var group = Api.groupOf(seed.agreement());
        assertThat(group.getString("status")).isEqualTo("MANDATED");
        assertThat(group.getList("missing"))
                .asString()
                .isEqualTo("[{side=PK, what=CO_CHAIR}, {side=PS, what=CO_CHAIR}]");

        var deadline = Api.deadlineOf(seed.agreement());
        assertThat(deadline.getString("lastDay")).isEqualTo("2025-10-17");
        assertThat(deadline.getString("dueAt")).isEqualTo("2025-10-17T21:00:00Z");
        assertThat(deadline.getString("workingGroupId")).isEqualTo(group.getString("id"));
        assertThat(deadline.getString("explanation[2].because"))
                .isEqualTo("a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20");
    }
}
