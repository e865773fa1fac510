package org.moutracker.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import org.moutracker.localstack.mail.ReplyBox;
import org.moutracker.localstack.process.Part;
import org.moutracker.localstack.process.StartFailed;

/**
 * One of the three services, as its packaged jar.
 *
 * @param endpoint what endpoints.json calls it
 */
record Service(
        String name,
        String title,
        String endpoint,
        Database database,
        int port,
        int managementPort,
        Optional<Certificates> certificates) {
    // It starts in five seconds, and in eighty on a machine that builds three other things meanwhile.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static List<Service> all(int portOffset, Optional<Certificates> certificates) {
        return Stream.of(
                        of("agreements-service", "Agreements", "agreements", "agreements", 1),
                        of("working-group-service", "Working groups", "workingGroups", "working_groups", 2),
                        of("notifications-service", "Notifications", "notifications", "notifications", 3))
                .map(service -> service.with(portOffset, certificates))
                .toList();
    }

    private static Service of(String name, String title, String endpoint, String database, int number) {
        return new Service(
                name, title, endpoint, new Database(database), 8_080 + number, 9_080 + number, Optional.empty());
    }

    private Service with(int portOffset, Optional<Certificates> shown) {
        return new Service(name, title, endpoint, database, port + portOffset, managementPort + portOffset, shown);
    }

    String url() {
        return "%s://127.0.0.1:%d".formatted(scheme(), port);
    }

    private String scheme() {
        return certificates.isPresent() ? "https" : "http";
    }

    void requireBuilt(Installation installation) throws StartFailed {
        if (Files.notExists(jar(installation))) {
            throw new StartFailed("%s is not built: %s is missing".formatted(name, jar(installation)));
        }
    }

    Part part(Installation installation, Stack stack) throws IOException {
        // Quick to start rather than quick for hours: no second compiler, and no archive of classes, whose making
        // at the end would keep somebody waiting who pressed Ctrl-C.
        var command = new ArrayList<>(List.of(
                Installation.javaExecutable(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // No environment variable can say a key with an underscore in it.
                "-Dquarkus.flyway.placeholders.\"service_role\"=" + database.service()));
        // The mailbox of replies is read with what the JVM believes.
        certificates.ifPresent(believed -> command.addAll(List.of(
                "-Djavax.net.ssl.trustStore=" + believed.authorityStore(),
                "-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD)));
        command.addAll(List.of("-jar", jar(installation).toString()));
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
        if (certificates.isPresent()) {
            variables.putAll(encrypted(certificates.get(), stack));
        }
        return variables;
    }

    /** What encrypts every line, by setting alone: docs/security/encryption.md tells it to operators. */
    private Map<String, String> encrypted(Certificates shown, Stack stack) throws IOException {
        var authority = shown.authority().toString();
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled"),
                Map.entry("QUARKUS_HTTP_SSL_PORT", String.valueOf(port)),
                Map.entry(
                        "QUARKUS_TLS_KEY_STORE_PEM_SERVICES_CERT",
                        shown.certificate("services").toString()),
                Map.entry(
                        "QUARKUS_TLS_KEY_STORE_PEM_SERVICES_KEY",
                        shown.key("services").toString()),
                // Somebody who renews a certificate here is waiting for it.
                Map.entry("QUARKUS_TLS_RELOAD_PERIOD", "5S"),
                Map.entry(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=verify-full&sslrootcert=%s"
                                .formatted(
                                        stack.ports().postgres(),
                                        database.name(),
                                        URLEncoder.encode(authority, UTF_8))),
                Map.entry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                Map.entry("KAFKA_SASL_MECHANISM", KafkaUsers.MECHANISM),
                Map.entry("KAFKA_SASL_JAAS_CONFIG", new KafkaUsers(stack.secrets()).login(name)),
                Map.entry("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM"),
                Map.entry("KAFKA_SSL_TRUSTSTORE_LOCATION", authority),
                Map.entry("MOU_MAIL_TLS", "starttls"),
                Map.entry("MOU_MAIL_TRUST", authority),
                Map.entry("MOU_MAIL_REPLIES_TLS", "tls"));
    }

    private boolean isReady() throws IOException {
        var address = URI.create("%s://127.0.0.1:%d/q/health/ready".formatted(scheme(), managementPort));
        var connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection instanceof HttpsURLConnection encrypted && certificates.isPresent()) {
            encrypted.setSSLSocketFactory(certificates.get().believing().getSocketFactory());
        }
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
