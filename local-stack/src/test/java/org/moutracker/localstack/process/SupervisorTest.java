package org.moutracker.localstack.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SupervisorTest {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("replaced before each test");

    private Supervisor supervisor = new Supervisor(folder, said::add, running -> {});

    @BeforeEach
    void create() {
        supervisor = new Supervisor(folder, said::add, running -> {});
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void starts_a_process_again_that_died() throws Exception {
        supervisor.launch(List.of(part("sleeper", Part.Tier.SERVICE, "exec sleep 300")));
        supervisor.awaitReady();
        var first = requireNonNull(supervisor.running().get("sleeper"));

        first.destroyForcibly();

        await().until(() -> said.contains("sleeper runs again"));
        assertThat(said).contains("sleeper is ready", "sleeper died (signal 9), starting it again");
        assertThat(supervisor.running().get("sleeper")).isNotNull().isNotEqualTo(first);
    }

    @Test
    void shows_the_last_lines_of_the_log_of_a_process_that_does_not_come_up() throws Exception {
        supervisor.launch(List.of(
                part("sleeper", Part.Tier.SERVICE, "exec sleep 300"),
                part("broken", Part.Tier.SERVICE, "echo no such table; exit 3", () -> false)));
        assertThatThrownBy(supervisor::awaitReady)
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("broken ended while it started (exit code 3)")
                .hasMessageContaining("    no such table");
    }

    @Test
    void ends_services_before_what_they_lean_on() throws Exception {
        var order = folder.resolve("order");
        supervisor.launch(List.of(
                tellingItsEnd("database", Part.Tier.DATABASE, order),
                tellingItsEnd("kafka", Part.Tier.MESSAGING, order),
                tellingItsEnd("service", Part.Tier.SERVICE, order)));
        supervisor.awaitReady();

        supervisor.stop();

        assertThat(order).hasContent("service\nkafka\ndatabase\n");
        assertThat(supervisor.running()).isEmpty();
        assertThat(said).noneMatch(sentence -> sentence.contains("died"));
    }

    @Test
    void keeps_the_log_of_the_run_before() throws IOException, StartFailed, InterruptedException {
        Files.writeString(folder.resolve("sleeper.log"), "yesterday");
        supervisor.launch(List.of(part("sleeper", Part.Tier.SERVICE, "echo today; exec sleep 300")));
        supervisor.awaitReady();
        await().untilAsserted(() -> assertThat(folder.resolve("sleeper.log")).hasContent("today"));
        assertThat(folder.resolve("sleeper.log.1")).hasContent("yesterday");
    }

    private Part tellingItsEnd(String name, Part.Tier tier, Path order) {
        var up = folder.resolve(name + ".up");
        var script =
                "trap 'echo %s >> %s; exit' TERM; touch %s; while :; do sleep 0.05; done".formatted(name, order, up);
        return part(name, tier, script, () -> Files.exists(up));
    }

    private static Part part(String name, Part.Tier tier, String script) {
        return part(name, tier, script, () -> true);
    }

    private static Part part(String name, Part.Tier tier, String script, Part.Readiness readiness) {
        var patience = Duration.ofSeconds(30);
        return new Part(name, tier, List.of("sh", "-c", script), Map.of(), readiness, "TERM", 1, patience);
    }
}
