package org.moutracker.agreements;

import org.junit.jupiter.api.Test;
import org.moutracker.platform.testing.Architecture;

class ArchitectureTest {

    @Test
    void the_service_is_built_as_the_house_is() {
        new Architecture("agreements").check();
    }
}
