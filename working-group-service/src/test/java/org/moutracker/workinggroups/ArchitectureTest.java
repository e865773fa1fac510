package org.moutracker.workinggroups;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.testing.Architecture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    @Test
    void the_service_is_built_as_the_house_is() {
        new Architecture("workinggroups").check();
    }
}
