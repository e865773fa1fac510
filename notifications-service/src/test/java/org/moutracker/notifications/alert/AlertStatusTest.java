package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertStatusTest {

    @Test
    void whatever_has_not_ended_can_end_and_what_has_ended_stays_so() {
        assertThat(AlertStatus.ENDED.origins()).containsExactly("ACTIVE", "ACKNOWLEDGED", "SNOOZED");
        for (var status : AlertStatus.values()) {
            assertThat(AlertStatus.ENDED.canBecome(status)).isFalse();
        }
    }

    @Test
    void acknowledged_and_snoozed_come_back_to_life() {
        assertThat(AlertStatus.ACTIVE.origins()).containsExactly("ACKNOWLEDGED", "SNOOZED");
        assertThat(AlertStatus.SNOOZED.origins()).containsExactly("ACTIVE");
    }
}
