package org.moutracker.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo checks every step of its story itself and fails when one goes otherwise. */
@Tag("extended")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));

    @Test
    void a_group_is_mandated_reminded_constituted_and_then_left_in_peace() throws IOException, InterruptedException {
        demo();
    }

    @Test
    void a_missed_date_is_escalated() throws IOException, InterruptedException {
        demo("--miss");
    }

    private static void demo(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ROOT.resolve("mou").toString(), "demo"));
        command.addAll(List.of(options));
        var output = Files.createTempFile("demo", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        var ended = process.waitFor(4, TimeUnit.MINUTES);
        if (!ended) {
            process.destroy();
        }

        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
