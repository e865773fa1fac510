package org.moutracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_has_taken_more_than_a_jvm_needs_to_begin_with() throws Exception {
        assertThat(new Memory(ProcessHandle.current().pid()).peakMib()).isBetween(20.0, 64.0 * 1024);
    }
}
