package org.moutracker.notifications.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.Samples;
import org.moutracker.notifications.organization.Organization.Succession;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganizationContractTest {

    @Test
    void every_event_about_an_organization_is_understood() throws JsonProcessingException {
        var merged = Samples.read("organization.merged", Organization.class);
        var succeeded = Samples.read("organization.succeeded", Organization.class);

        assertThat(merged.mergedInto()).hasToString("01995778-5500-7000-8000-000000000a02");
        assertThat(succeeded.succession()).extracting(Succession::on).isEqualTo(LocalDate.parse("2026-01-01"));
        for (var event : new String[] {"changed", "separated"}) {
            var itself = Samples.read("organization." + event, Organization.class);
            assertThat(itself.mergedInto()).isNull();
            assertThat(itself.succession()).isNull();
        }
    }
}
