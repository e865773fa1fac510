package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.Samples;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertContractTest {

    @Test
    void every_event_is_told_as_its_sample_says() {
        assertThat(EventSamples.typesOf(AlertEvent.class, "alert"))
                .containsExactlyInAnyOrder(
                        "mou.alert.fired.v1",
                        "mou.alert.ended.v1",
                        "mou.alert.acknowledged.v1",
                        "mou.alert.snoozed.v1",
                        "mou.alert.resumed.v1",
                        "mou.alert.move-fired.v1",
                        "mou.alert.move-ended.v1");
        agree(AlertEvent.fired(alert("T-14", AlertStatus.ACTIVE)));
        agree(AlertEvent.ended(alert("T-14", AlertStatus.ENDED)));
        agree(new AlertEvent.AlertAcknowledged(alert("T-14", AlertStatus.ACKNOWLEDGED)));
        agree(new AlertEvent.AlertSnoozed(alert("T-14", AlertStatus.SNOOZED)));
        agree(new AlertEvent.AlertResumed(alert("T-14", AlertStatus.ACTIVE)));
        agree(AlertEvent.fired(alert(null, AlertStatus.ACTIVE)));
        agree(AlertEvent.ended(alert(null, AlertStatus.ENDED)));
    }

    private static void agree(Event event) {
        var sample = EventSamples.sample(event.type());
        assertThat(Samples.JSON.<com.fasterxml.jackson.databind.JsonNode>valueToTree(event.state()))
                .isEqualTo(sample.get("data"));
        assertThat(event.topic().subjects() + "/" + event.subject())
                .isEqualTo(sample.get("subject").asText());
    }

    private static AlertState alert(@Nullable String step, AlertStatus status) {
        return new AlertState(
                UUID.fromString("5d3ac1f0-65d5-5c8e-9d2f-000000000001"),
                UUID.fromString("01995778-5a80-7000-8000-00000000d001"),
                UUID.fromString("01995778-5a00-7000-8000-00000000a001"),
                UUID.fromString("01995778-5a80-7000-8000-00000000e001"),
                1,
                step,
                UUID.fromString("01995778-6000-7000-8000-00000000f001"),
                status,
                status == AlertStatus.ENDED ? EndedBecause.SATISFIED : null,
                Instant.parse("2025-10-03T04:00:00Z"),
                Instant.parse("2025-10-03T04:00:01Z"),
                switch (status) {
                    case ACTIVE, ENDED -> null;
                    case ACKNOWLEDGED -> Instant.parse("2025-10-10T06:00:00Z");
                    case SNOOZED -> Instant.parse("2025-10-08T04:00:00Z");
                },
                1);
    }
}
