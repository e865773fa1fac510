package org.moutracker.benchmarks;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of notifications-service that hands its mails to a sink, in place of the product's own, which is started anew
 * ever more slowly when it dies ever again.
 */
final class Notifier implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI management;
    private final Thread atExit = new Thread(this::kill);

    private Notifier(Process process, int management) {
        this.process = process;
        this.management = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** As the product's own: quick to start. */
    static Notifier start(Product product, int sink, Path log) throws IOException, SQLException {
        return start(product, sink, log, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    /** As it would run for months: with both compilers, and in 512 MiB. */
    static Notifier lasting(Product product, int sink, Path log) throws IOException, SQLException {
        return start(
                product,
                sink,
                log,
                // What is beside the heap (classes, compiled code, threads, buffers) takes as much again.
                List.of("-Xmx192m", "-XX:ReservedCodeCacheSize=80m", "-XX:MaxDirectMemorySize=32m"));
    }

    private static Notifier start(Product product, int sink, Path log, List<String> options)
            throws IOException, SQLException {
        var management = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.flyway.placeholders.\"service_role\"=notifications_service",
                "-jar",
                product.root()
                        .resolve("notifications-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", product.database("notifications").url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", "notifications_service");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", product.password("notifications_service"));
        environment.put("QUARKUS_FLYWAY_USERNAME", "notifications_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", product.password("notifications_owner"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", product.kafka());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", product.publicKey());
        environment.put("MOU_PAGES_KEY", product.password("pages"));
        environment.put("MOU_ALERTS_VOLUME_GATHERING", "PT0.2S");
        environment.put("MOU_PUBLIC_URL", "http://notifications.example");
        environment.put("MOU_MAIL_HOST", "127.0.0.1");
        environment.put("MOU_MAIL_PORT", String.valueOf(sink));
        environment.put("MOU_MAIL_TLS", "none");
        return new Notifier(builder.start(), management);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("notifications-service did not start");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(management).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Memory memory() {
        return new Memory(process.pid());
    }

    /** As with kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        kill();
    }
}
