package org.moutracker.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.moutracker.localstack.Certificates;
import org.moutracker.localstack.LocalTokens;
import org.moutracker.localstack.SimulatedClock;
import org.moutracker.localstack.TokenRequest;

/** A stack of its own for the story: fresh, on free ports, with a clock that stands still. */
public final class DemoStack implements AutoCloseable {

    private static final List<Integer> PORTS =
            List.of(8081, 8082, 8083, 9081, 9082, 9083, 8025, 1025, 15432, 19092, 19093);

    // Many times what a cold start takes on a small machine: other builds may run beside it.
    private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(240);

    private final Process process;
    private final Path data;
    private final JsonNode endpoints;

    private DemoStack(Process process, Path data, JsonNode endpoints) {
        this.process = process;
        this.data = data;
        this.endpoints = endpoints;
    }

    /** Starts it, which takes some twenty seconds; what it says goes to {@code target/demo.log}. */
    public static DemoStack start(Path root, String clock) throws IOException, InterruptedException {
        return start(root, clock, List.of());
    }

    /** Starts one in which every line is encrypted. */
    public static DemoStack start(Path root, String clock, Certificates certificates)
            throws IOException, InterruptedException {
        return start(
                root, clock, List.of("--certificates", certificates.folder().toString()));
    }

    private static DemoStack start(Path root, String clock, List<String> more)
            throws IOException, InterruptedException {
        var data = root.resolve("target/demo");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmou.root=" + root,
                "-Dmou.parent=" + ProcessHandle.current().pid(),
                "-cp",
                root.resolve("local-stack/target/lib") + "/*",
                "org.moutracker.localstack.Up",
                "--data",
                data.toString(),
                "--fresh",
                "--clock",
                clock,
                "--port-offset",
                String.valueOf(freeOffset())));
        command.addAll(more);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(root.resolve("target"))
                        .resolve("demo.log")
                        .toFile())
                .start();
        var file = data.resolve("endpoints.json");
        var until = System.nanoTime() + LONGEST_START;
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroy();
                throw new Unexpected("the stack did not start:\n" + Files.readString(root.resolve("target/demo.log")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        var stack = new DemoStack(process, data, new ObjectMapper().readTree(file.toFile()));
        stack.clock().pause();
        return stack;
    }

    /** Beside a stack that runs already there is room with other ports. */
    private static int freeOffset() {
        return IntStream.iterate(0, offset -> offset < 40_000, offset -> offset + 1_300)
                .filter(offset -> PORTS.stream().allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new Unexpected("no ports are free"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a service is: {@code agreements}, {@code workingGroups}, {@code notifications}, {@code mailbox}. */
    public String url(String service) {
        return endpoints.get(service).asText();
    }

    /** The process of that name as it runs now; another one after it has died. */
    public ProcessHandle process(String name) throws IOException {
        var pid = new ObjectMapper()
                .readTree(data.resolve("endpoints.json").toFile())
                .at("/pids/" + name)
                .asLong();
        return ProcessHandle.of(pid).orElseThrow(() -> new Unexpected(name + " does not run"));
    }

    /** Where it keeps its data, its logs and its secrets. */
    public Path data() {
        return data;
    }

    public SimulatedClock clock() {
        return new SimulatedClock(data.resolve("clock.properties"));
    }

    public String token(String role) throws IOException {
        return LocalTokens.in(data.resolve("keys")).sign(TokenRequest.of(role));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
