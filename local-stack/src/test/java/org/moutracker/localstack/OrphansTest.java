package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrphansTest {
    private final Process process = sleeper();

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void are_ended_by_the_next_run(@TempDir Path folder) throws IOException {
        var orphans = new Orphans(folder.resolve("processes"));
        orphans.record(Map.of("kafka", process.toHandle()));
        assertThat(orphans.end()).containsExactly("kafka");
        assertThat(process.isAlive()).isFalse();
        assertThat(orphans.end()).isEmpty();
    }

    @Test
    void are_not_taken_for_a_stranger_with_the_same_number(@TempDir Path folder) throws IOException {
        var file = folder.resolve("processes");
        Files.writeString(file, "kafka=%d 2020-01-01T00:00:00Z\n".formatted(process.pid()));
        assertThat(new Orphans(file).end()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    private static Process sleeper() {
        try {
            return new ProcessBuilder("sleep", "300").start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
