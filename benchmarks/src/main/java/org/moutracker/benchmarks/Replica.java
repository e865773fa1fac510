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

/** One more process of working-group-service, beside the one of the product and as it is started there. */
final class Replica implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Thread atExit = new Thread(this::close);

    private Replica(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static Replica start(Product product) throws IOException, InterruptedException, SQLException {
        var management = freePort();
        var jar = product.root().resolve("working-group-service/target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dquarkus.flyway.placeholders.\"service_role\"=working_groups_service",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        var environment = builder.environment();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                product.database("working_groups").url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", "working_groups_service");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", product.password("working_groups_service"));
        environment.put("QUARKUS_FLYWAY_USERNAME", "working_groups_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", product.password("working_groups_owner"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", product.kafka());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", product.publicKey());
        environment.put("MOU_PAGES_KEY", product.password("pages"));
        var replica = new Replica(builder.start());
        replica.awaitReady(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management)));
        return replica;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(URI address) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, address)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IllegalStateException("A second process of working-group-service did not start");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
