package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moutracker.localstack.process.StartFailed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimTest {

    @Test
    void is_refused_on_a_folder_of_somebody_else(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> Claim.on(folder))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("is not a data folder of MoU Tracker");
        assertThat(folder.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void empties_a_folder_of_ours_and_follows_no_link_out_of_it(@TempDir Path parent) throws IOException, StartFailed {
        var elsewhere = Files.writeString(parent.resolve("elsewhere.txt"), "kept");
        var folder = parent.resolve("data");
        try (var claim = Claim.on(folder)) {
            Files.createDirectories(folder.resolve("postgres/base"));
            Files.createSymbolicLink(folder.resolve("postgres/base/link"), elsewhere);
            Files.createSymbolicLink(folder.resolve("parent"), parent);
            claim.empty();
            try (var left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString())).containsOnly(".mou-tracker", "lock");
            }
        }
        assertThat(elsewhere).hasContent("kept");
    }

    @Test
    void knows_when_the_run_before_was_alive(@TempDir Path parent) throws IOException, StartFailed {
        var folder = parent.resolve("data");
        try (var first = Claim.on(folder)) {
            assertThat(first.lastSeenAlive()).isEmpty();
            first.seenAlive();
        }
        try (var second = Claim.on(folder)) {
            assertThat(second.lastSeenAlive()).isPresent();
        }
    }
}
