package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestStackTest {

    @Test
    void stays_the_same_for_every_application_of_the_JVM() {
        var resource = new TestStack();
        resource.init(Map.of("database", "agreements"));

        var settings = resource.start();
        resource.stop();

        assertThat(resource.start()).isEqualTo(settings);
        assertThat(TestStack.mailTo("")).isEmpty();
        assertThat(TestStack.clock().instant()).isEqualTo("2025-09-17T07:00:00Z");
        assertThat(TestStack.token("registrar")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }
}
