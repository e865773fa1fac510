package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person uses it, on a tree whose services are stand-ins. */
@Tag("extended")
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Keeps every port below those that systems give to outgoing connections. */
    private static final int HIGHEST_OFFSET = 12_000;

    private final int portOffset = freeOffset();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path tree = Path.of("replaced before each test");

    @BeforeEach
    void plantTree() throws IOException {
        var real = Installation.find().root();
        Files.copy(real.resolve("mou"), tree.resolve("mou"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(tree.resolve("events"), real.resolve("events"));
        Files.createSymbolicLink(tree.resolve("local-stack"), real.resolve("local-stack"));
        for (var service : Service.all(0, Optional.empty())) {
            StandInService.packAs(tree.resolve(service.name()).resolve("target/quarkus-app/quarkus-run.jar"));
        }
    }

    @AfterEach
    void endAll() {
        for (var process : started) {
            process.destroy();
            await().atMost(PATIENCE).until(() -> !process.isAlive());
        }
    }

    @Test
    void keeps_everything_running_until_it_is_stopped_and_then_leaves_nothing() throws Exception {
        var up = mou("up", "--clock", "2025-09-17T12:00:00+05:00", "--speed", "1d/s");
        var pids = pids();
        assertThat(pids).hasSize(7);
        assertThat(output(mou("clock"))).contains("2025-", "running at 1d/s");
        assertThat(output(mou("token", "registrar"))).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n");
        assertThat(output(mou("up"))).contains("Another ./mou up", "uses " + data());

        process("notifications-service").destroyForcibly();
        await().atMost(PATIENCE).until(() -> log(up).contains("notifications-service runs again"));
        await().atMost(PATIENCE).until(() -> !pids().equals(pids));

        var last = pids();
        up.destroy();
        assertThat(up.waitFor()).isZero();
        assertThat(last).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(data().resolve("endpoints.json")).doesNotExist();
        assertThat(output(mou("clock"))).contains("standing still until the next ./mou up, then running at 1d/s");
    }

    @Test
    void ends_what_a_killed_run_left_behind_and_nothing_else() throws Exception {
        mou("up");
        var left = pids();
        process("mou").destroyForcibly();
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(left.getLast()).isEmpty());
        Files.delete(data().resolve("endpoints.json"));

        var next = mou("up");
        assertThat(pids()).doesNotContainAnyElementsOf(left);
        assertThat(log(next)).contains("Ended what a killed run had left behind: ", "agreements-service", "postgres");
        assertThat(left).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void ends_with_the_shell_that_it_runs_in() throws Exception {
        var up = mou("up");
        var pids = pids();
        up.destroyForcibly();
        await().atMost(PATIENCE)
                .until(() -> pids.stream().allMatch(pid -> ProcessHandle.of(pid).isEmpty()));
        assertThat(data().resolve("endpoints.json")).doesNotExist();
    }

    @Test
    void names_a_port_that_is_taken_and_starts_nothing() throws Exception {
        try (var taken = new ServerSocket(8_082 + portOffset, 1, InetAddress.getLoopbackAddress())) {
            var up = mou("up");
            assertThat(output(up))
                    .startsWith("mou: Port %d (working-group-service) is in use".formatted(taken.getLocalPort()));
            assertThat(up.exitValue()).isEqualTo(1);
            assertThat(data().resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void names_a_service_that_does_not_come_up_and_leaves_nothing_running() throws Exception {
        Files.writeString(tree.resolve("agreements-service/target/quarkus-app/quarkus-run.jar"), "no jar");
        var up = mou("up");
        assertThat(output(up))
                .contains("mou: agreements-service ended while it started (exit code 1)", "Invalid or corrupt jarfile");
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(up.descendants()).isEmpty();
    }

    private Process mou(String command, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(tree.resolve("mou").toString(), command));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--data", data().toString()));
        if (command.equals("up")) {
            words.addAll(List.of("--port-offset", String.valueOf(portOffset)));
        }
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        // The tree needs no build.
        builder.environment().put("MAVEN_PROJECTBASEDIR", tree.toString());
        builder.redirectOutput(tree.resolve("output-" + started.size()).toFile());
        var process = builder.start();
        started.add(process);
        return process;
    }

    private String output(Process process) {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return log(process);
    }

    private String log(Process process) {
        try {
            return Files.readString(tree.resolve("output-" + started.indexOf(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of everything that runs, the supervisor last. */
    private List<Long> pids() {
        return StreamSupport.stream(endpoints().get("pids").spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }

    private ProcessHandle process(String name) {
        return ProcessHandle.of(endpoints().get("pids").get(name).asLong()).orElseThrow();
    }

    private JsonNode endpoints() {
        var file = data().resolve("endpoints.json");
        return await().atMost(PATIENCE)
                .failFast(() ->
                        assertThat(started).as(() -> log(started.getLast())).anyMatch(Process::isAlive))
                .until(() -> read(file), Optional::isPresent)
                .orElseThrow();
    }

    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(1_000, HIGHEST_OFFSET)
                .filter(offset -> portsOf(offset).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Integer> portsOf(int offset) {
        return Stream.concat(
                Ports.standard(offset).byName().keySet().stream(),
                Service.all(offset, Optional.empty()).stream()
                        .flatMap(service -> Stream.of(service.port(), service.managementPort())));
    }

    private static Optional<JsonNode> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(new ObjectMapper().readTree(file.toFile())) : Optional.empty();
    }

    private Path data() {
        return tree.resolve("data");
    }
}
