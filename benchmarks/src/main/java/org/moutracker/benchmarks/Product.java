package org.moutracker.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.moutracker.localstack.LocalTokens;
import org.moutracker.localstack.TokenRequest;

/** The whole product as {@code ./mou up} starts it: in an empty data folder, with full durability, on free ports. */
final class Product implements AutoCloseable {
    // Beyond the patience that it has with each of its parts on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path root;
    private final Path folder;
    private final Process process;
    private final Thread atExit = new Thread(this::stop);
    private JsonNode endpoints = new ObjectMapper().createObjectNode();

    private Product(Path root, Path folder) throws IOException {
        this.root = root;
        this.folder = folder;
        this.process = new ProcessBuilder(command(root, folder))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Beside the classes, since the folder for temporary files may lie in memory, where nothing is durable. */
    static Product start(Path root) throws IOException, InterruptedException {
        var target = Files.createDirectories(root.resolve("benchmarks/target"));
        var product = new Product(root, Files.createTempDirectory(target, "run"));
        try {
            product.awaitReady();
            return product;
        } catch (IOException | IllegalStateException | InterruptedException e) {
            product.close();
            throw e;
        }
    }

    private static List<String> command(Path root, Path folder) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmou.root=" + root,
                // It ends with us, however we end.
                "-Dmou.parent=" + ProcessHandle.current().pid(),
                "-cp",
                root.resolve("local-stack/target/lib") + "/*",
                "org.moutracker.localstack.Up",
                "--data",
                folder.resolve("data").toString(),
                "--port-offset",
                String.valueOf(FreePorts.offset()));
    }

    private void awaitReady() throws IOException, InterruptedException {
        var file = folder.resolve("data/endpoints.json");
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.notExists(file)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The product did not start:\n" + Files.readString(log()));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        endpoints = new ObjectMapper().readTree(Files.readString(file));
    }

    private Path log() {
        return folder.resolve("up.log");
    }

    Path root() {
        return root;
    }

    /** The database of a service; as the superuser, who may also make the tables for the limit. */
    Database database(String name) throws SQLException {
        var superuser = URI.create(endpoints.required("postgres").asText());
        return Database.at(superuser, name);
    }

    String kafka() {
        return endpoints.required("kafka").asText();
    }

    /** Where a service answers: "agreements", "workingGroups" or "notifications". */
    URI service(String name) {
        return URI.create(endpoints.required(name).asText());
    }

    String token(String role) throws IOException {
        return LocalTokens.in(folder.resolve("data/keys")).sign(TokenRequest.of(role));
    }

    /** As the services check tokens with it. */
    String publicKey() throws IOException {
        return LocalTokens.in(folder.resolve("data/keys")).publicKey();
    }

    /** Of a role in the database. */
    String password(String role) throws IOException {
        return Files.readString(folder.resolve("data/secrets").resolve(role)).strip();
    }

    /** A part as it runs now: it is another process once it was killed. */
    ProcessHandle process(String name) throws IOException {
        var now = new ObjectMapper().readTree(Files.readString(folder.resolve("data/endpoints.json")));
        return ProcessHandle.of(now.required("pids").required(name).asLong())
                .orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        try {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("mou: " + e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
