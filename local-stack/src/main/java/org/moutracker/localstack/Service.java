package org.moutracker.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moutracker.localstack.mail.ReplyBox;
import org.moutracker.localstack.process.Part;
import org.moutracker.localstack.process.StartFailed;

/**
 * One of the three services, as its packaged jar.
 *
 * @param endpoint what endpoints.json calls it
 */
record Service(String name, String title, String endpoint, Database database, int port, int managementPort) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static List<Service> all(int portOffset) {
        return List.of(
                of("agreements-service", "Agreements", "agreements", "agreements", 1, portOffset),
                of("working-group-service", "Working groups", "workingGroups", "working_groups", 2, portOffset),
                of("notifications-service", "Notifications", "notifications", "notifications", 3, portOffset));
    }

    private static Service of(String name, String title, String endpoint, String database, int number, int portOffset) {
        return new Service(
                name,
                title,
                endpoint,
                new Database(database),
                8_080 + number + portOffset,
                9_080 + number + portOffset);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void requireBuilt(Installation installation) throws StartFailed {
        if (Files.notExists(jar(installation))) {
            throw new StartFailed("%s is not built: %s is missing".formatted(name, jar(installation)));
        }
    }

    Part part(Installation installation, Stack stack) throws IOException {
        // Quick to start rather than quick for hours: no second compiler, and no archive of classes, whose making
        // at the end would keep somebody waiting who pressed Ctrl-C.
        var command = List.of(
                Installation.javaExecutable(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // No environment variable can say a key with an underscore in it.
                "-Dquarkus.flyway.placeholders.\"service_role\"=" + database.service(),
                "-jar",
                jar(installation).toString());
        return new Part(name, Part.Tier.SERVICE, command, environment(stack), this::isReady, "TERM", 1, PATIENCE);
    }

    /** Passwords travel in the environment, which only the same user can read. */
    private Map<String, String> environment(Stack stack) throws IOException {
        var ports = stack.ports();
        var variables = new LinkedHashMap<String, String>();
        variables.put("QUARKUS_PROFILE", "local");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        variables.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), database.name()));
        variables.put("QUARKUS_DATASOURCE_USERNAME", database.service());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", stack.secrets().password(database.service()));
        variables.put("QUARKUS_FLYWAY_USERNAME", database.owner());
        variables.put("QUARKUS_FLYWAY_PASSWORD", stack.secrets().password(database.owner()));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        variables.put(
                "QUARKUS_OIDC_PUBLIC_KEY", LocalTokens.in(stack.folder().keys()).publicKey());
        variables.put("MOU_PAGES_KEY", stack.secrets().password("pages"));
        variables.put("MOU_PUBLIC_URL", url());
        variables.put("MOU_MAIL_HOST", "127.0.0.1");
        variables.put("MOU_MAIL_PORT", String.valueOf(ports.smtp()));
        variables.put("MOU_MAIL_TLS", "none");
        variables.put("MOU_MAIL_REPLIES_ADDRESS", ReplyBox.ADDRESS);
        variables.put("MOU_MAIL_REPLIES_HOST", "127.0.0.1");
        variables.put("MOU_MAIL_REPLIES_PORT", String.valueOf(ports.imap()));
        variables.put("MOU_MAIL_REPLIES_TLS", "none");
        variables.put("MOU_MAIL_REPLIES_USERNAME", ReplyBox.USER);
        variables.put("MOU_MAIL_REPLIES_PASSWORD", stack.secrets().password(ReplyBox.USER));
        if (new SimulatedClock(stack.folder().clock()).exists()) {
            variables.put("MOU_CLOCK_FILE", stack.folder().clock().toString());
        }
        return variables;
    }

    private boolean isReady() throws IOException {
        var address = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort));
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(1_000);
        connection.setReadTimeout(5_000);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    private Path jar(Installation installation) {
        return installation.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
