package org.moutracker.notifications;

import org.junit.jupiter.api.Test;
import org.moutracker.platform.testing.Architecture;

class ArchitectureTest {

    @Test
    void the_house_rules_hold() {
        new Architecture("notifications").check();
    }
}
