package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestStackTest {

    @Test
    void gives_a_module_all_that_its_application_needs() {
        var resource = new TestStack();
        resource.init(Map.of("database", "agreements"));
        var begin = System.nanoTime();
        var settings = resource.start();
        System.out.println("TOOK " + (System.nanoTime() - begin) / 1_000_000);
        System.out.println(settings);
        assertThat(TestStack.mail()).isEmpty();
        assertThat(resource.start()).isEqualTo(settings);
    }
}
