package org.moutracker.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of agreements-service as it would run for months: with both compilers, and in 512 MiB. */
final class AgreementsProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI address;
    private final Thread atExit = new Thread(this::close);

    private AgreementsProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static AgreementsProcess start(Product product) throws IOException, InterruptedException, SQLException {
        var port = freePort();
        var management = freePort();
        var jar = product.root().resolve("agreements-service/target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // What is beside the heap (classes, compiled code, threads, buffers) takes as much again.
                        "-Xmx192m",
                        "-XX:ReservedCodeCacheSize=80m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dquarkus.flyway.placeholders.\"service_role\"=agreements_service",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        var environment = builder.environment();
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", product.database("agreements").url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", "agreements_service");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", product.password("agreements_service"));
        environment.put("QUARKUS_FLYWAY_USERNAME", "agreements_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", product.password("agreements_owner"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", product.kafka());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", product.publicKey());
        var started = new AgreementsProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        started.awaitReady(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management)));
        return started;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(URI health) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, health)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IllegalStateException("A second process of agreements-service did not start");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI health) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI at(String path) {
        return address.resolve(path);
    }

    Memory memory() {
        return new Memory(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
