package org.moutracker.notifications.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactPointContractTest {

    @Test
    void every_event_about_a_contact_point_is_understood() throws JsonProcessingException {
        var named = Samples.read("contact-point.named", ContactPoint.class);
        var ended = Samples.read("contact-point.ended", ContactPoint.class);

        assertThat(named.from()).isEqualTo(LocalDate.parse("2025-09-18"));
        assertThat(named.until()).isNull();
        assertThat(ended.until()).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(ended.personId()).isEqualTo(named.personId());
        assertThat(ended.organizationId()).isEqualTo(named.organizationId());
    }
}
