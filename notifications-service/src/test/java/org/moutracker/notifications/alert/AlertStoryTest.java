package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class AlertStoryTest {

    @Test
    void each_step_reaches_each_responsible_once_on_his_own_morning() {
        var story = Story.begin().withEverybody();

        assertThat(story.post()).isEmpty();
        assertThat(story.at("2025-10-02T05:59:59Z").post()).isEmpty();
        assertThat(story.at("2025-10-02T06:00:00Z").post()).containsExactly("zuhair T-14");
        assertThat(story.at("2025-10-03T04:00:00Z").post()).containsExactly("zuhair T-14", "ayesha T-14");
    }
}
