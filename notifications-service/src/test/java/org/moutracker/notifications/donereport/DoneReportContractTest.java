package org.moutracker.notifications.donereport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.Samples;
import org.moutracker.notifications.donereport.DoneReportEvent.DoneReportConfirmed;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoneReportContractTest {

    @Test
    void every_event_is_told_as_its_sample_says() {
        var event = new DoneReportConfirmed(new DoneReportState(
                UUID.fromString("01995778-7000-7000-8000-00000000d110"),
                UUID.fromString("01995778-5a80-7000-8000-00000000d001"),
                1,
                UUID.fromString("01995778-5a00-7000-8000-00000000a001"),
                UUID.fromString("01995778-5a80-7000-8000-00000000e001"),
                UUID.fromString("01995778-6000-7000-8000-00000000f001"),
                Instant.parse("2025-10-14T06:30:00Z"),
                LocalDate.parse("2025-10-14"),
                DoneReportStatus.CONFIRMED,
                Instant.parse("2025-10-15T06:00:00Z"),
                UUID.fromString("01995778-6000-7000-8000-00000000f003")));
        var sample = EventSamples.sample(event.type());

        assertThat(EventSamples.typesOf(DoneReportEvent.class, "done-report"))
                .containsExactly("mou.done-report.confirmed.v1");
        assertThat(Samples.JSON.<JsonNode>valueToTree(event.state())).isEqualTo(sample.get("data"));
        assertThat(event.topic().subjects() + "/" + event.subject())
                .isEqualTo(sample.get("subject").asText());
    }
}
