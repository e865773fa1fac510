package org.moutracker.stories;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.moutracker.localstack.demo.Expected.BEFORE_THE_CO_CHAIRS;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLSocket;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moutracker.localstack.Certificates;
import org.moutracker.localstack.demo.DemoStack;
import org.moutracker.localstack.demo.ServiceClient;
import org.moutracker.localstack.demo.Story;

/** Every line is encrypted by setting alone, and whoever is not vouched for is not spoken to. */
@Tag("extended")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EncryptionTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final ObjectMapper JSON = new ObjectMapper();
    // A server that was killed is back in a few seconds; a machine that is busy elsewhere gets more.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NOT_BELIEVED = "PKIX path";
    private static final String NO_MAIL_SERVER = "the mail server cannot be reached";

    @TempDir
    private static Path folder = Path.of("replaced before the tests");

    private static Certificates certificates;
    private static Authority ours;
    private static Authority stranger;
    private static DemoStack stack;
    private static ServiceClient client;

    @BeforeAll
    static void begin() throws Exception {
        certificates = new Certificates(folder);
        ours = Authority.in(certificates);
        stranger = Authority.in(new Certificates(Files.createDirectory(folder.resolve("stranger"))));
        for (var server : List.of("services", "postgres", "kafka", "mail")) {
            ours.vouchFor(server, certificates);
        }
        stack = DemoStack.start(ROOT, "2025-09-17T12:00:00+05:00", certificates);
        client = new ServiceClient(stack.token("registrar"), certificates.believing());
    }

    @AfterAll
    static void end() {
        client.close();
        stack.close();
    }

    @Test
    void an_agreement_is_registered_people_are_reminded_and_co_chairs_nominated_over_encrypted_lines()
            throws Exception {
        var story = new Story(stack, client);
        story.register();
        story.nominateMembers();
        story.alerts(BEFORE_THE_CO_CHAIRS.subList(0, 2));
        story.nominateCoChairs();

        assertThat(stack.url("agreements")).startsWith("https:");
        assertThat(linesToTheDatabases()).isNotEmpty().allMatch(encrypted -> encrypted);
    }

    @Test
    void in_the_clear_nobody_is_answered() throws Exception {
        for (var service : List.of("agreements", "workingGroups", "notifications")) {
            var api = URI.create(stack.url(service));
            for (var port : List.of(api.getPort(), api.getPort() + 1_000)) {
                var plain = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port));
                try (var http = HttpClient.newHttpClient()) {
                    assertThatThrownBy(() ->
                                    http.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.discarding()))
                            .isInstanceOf(IOException.class);
                }
            }
        }
        assertThatThrownBy(() -> linesToTheDatabases("disable"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
        // A broker beside us answers at once, if at all.
        assertThatThrownBy(() -> askKafka(Map.of(), Duration.ofSeconds(5))).hasCauseInstanceOf(TimeoutException.class);
        assertThat(answerOfTheMailServer("MAIL FROM:<a@example.org>")).startsWith("530");
    }

    @Test
    void a_wrong_password_is_refused_by_kafka() throws Exception {
        var password = Files.readString(stack.data().resolve("secrets/kafka-user-agreements-service"));
        askKafka(login(password.strip()), PATIENCE);

        assertThatThrownBy(() -> askKafka(login("wrong"), PATIENCE))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void a_database_that_a_stranger_vouches_for_is_told_nothing() throws Exception {
        var agreement = registered();
        show("postgres", stranger);
        try {
            await().atMost(PATIENCE).until(() -> health("agreements").contains(NOT_BELIEVED));
        } finally {
            show("postgres", ours);
        }

        await().atMost(PATIENCE).ignoreExceptions().until(() -> client.get(
                        stack.url("agreements") + "/api/v1/agreements/" + agreement)
                .get("id")
                .asText()
                .equals(agreement));
    }

    @Test
    void a_broker_that_a_stranger_vouches_for_is_told_nothing_until_it_is_the_right_one_again() throws Exception {
        show("kafka", stranger);
        String agreement;
        try {
            agreement = registered();
            await().atMost(PATIENCE).until(() -> log("agreements-service").contains("SSL handshake failed"));
            assertThat(client.get(groupsOf(agreement)).get("items")).isEmpty();
        } finally {
            show("kafka", ours);
        }

        groupOf(agreement);
    }

    @Test
    void a_mail_server_that_a_stranger_vouches_for_gets_no_mail_until_it_is_the_right_one_again() throws Exception {
        var group = groupOf(registered());
        show("mail", stranger);
        var failures = failures();
        var address = "%s@example.org".formatted(UUID.randomUUID());
        try {
            client.post(
                    stack.url("workingGroups") + "/api/v1/working-groups/" + group + "/members",
                    JSON.readTree("""
                            {"person": {"name": "Ayesha", "email": "%s", "language": "en", "zone": "Asia/Karachi"},
                             "party": "PK", "role": "MEMBER"}""".formatted(address)));
            await().atMost(PATIENCE).until(() -> failures() > failures);
            assertThat(mailbox()).doesNotContain(address);
        } finally {
            show("mail", ours);
        }

        await().atMost(PATIENCE).until(() -> mailbox().contains(address));
    }

    @Test
    void a_renewed_certificate_of_a_service_is_shown_without_a_restart() throws Exception {
        var api = URI.create(stack.url("agreements")).getPort();
        for (var port : List.of(api, api + 1_000)) {
            var before = shown(port);
            ours.vouchFor("services", certificates);

            // While only one of the two files is new they do not fit, and nobody can connect.
            await().atMost(PATIENCE).ignoreExceptions().until(() -> !shown(port).equals(before));
        }
    }

    private static String registered() throws IOException, InterruptedException {
        var request = Story.request("health-mou");
        request.put("reference", "PK-PS-" + UUID.randomUUID());
        return client.post(stack.url("agreements") + "/api/v1/agreements", request)
                .get("id")
                .asText();
    }

    private static String groupsOf(String agreement) {
        return stack.url("workingGroups") + "/api/v1/working-groups?agreement=" + agreement;
    }

    private static String groupOf(String agreement) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.get(groupsOf(agreement)).at("/items/0/id").asText(), group -> !group.isEmpty());
    }

    private static String mailbox() throws IOException, InterruptedException {
        return client.get(stack.url("mailbox") + "/api/messages?limit=200").toString();
    }

    private static long failures() throws IOException {
        return log("notifications-service")
                .lines()
                .filter(line -> line.contains(NO_MAIL_SERVER))
                .count();
    }

    /** Gives a server another certificate, which it shows once it has come again. */
    private static void show(String server, Authority authority) throws Exception {
        authority.vouchFor(server, certificates);
        var before = returns(server);
        stack.process(server).destroyForcibly();
        await().atMost(PATIENCE).until(() -> returns(server) > before);
    }

    private static long returns(String server) throws IOException {
        try (var said = Files.lines(ROOT.resolve("target/demo.log"))) {
            return said.filter(line -> line.endsWith(server + " runs again")).count();
        }
    }

    private static String health(String service) throws Exception {
        var api = URI.create(stack.url(service));
        var health = URI.create("https://127.0.0.1:%d/q/health/ready".formatted(api.getPort() + 1_000));
        try (var http =
                HttpClient.newBuilder().sslContext(certificates.believing()).build()) {
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static String log(String process) throws IOException {
        return Files.readString(stack.data().resolve("logs").resolve(process + ".log"));
    }

    private static Certificate shown(int port) throws IOException {
        try (var socket =
                (SSLSocket) certificates.believing().getSocketFactory().createSocket("127.0.0.1", port)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static List<Boolean> linesToTheDatabases() throws SQLException {
        return linesToTheDatabases("require");
    }

    /** Whether each is encrypted, as PostgreSQL sees it. */
    private static List<Boolean> linesToTheDatabases(String mode) throws SQLException {
        var server = URI.create(stack.url("postgres"));
        var superuser = server.getUserInfo();
        var settings = new Properties();
        settings.setProperty("user", superuser.substring(0, superuser.indexOf(':')));
        settings.setProperty("password", superuser.substring(superuser.indexOf(':') + 1));
        settings.setProperty("sslmode", mode);
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
        try (var connection = DriverManager.getConnection(url, settings);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                        + " WHERE backend_type = 'client backend'")) {
            var encrypted = new ArrayList<Boolean>();
            while (rows.next()) {
                encrypted.add(rows.getBoolean(1));
            }
            return encrypted;
        }
    }

    private static Map<String, String> login(String password) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificates.authority().toString(),
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"agreements-service\" password=\"%s\";".formatted(password));
    }

    private static void askKafka(Map<String, String> login, Duration patience)
            throws ExecutionException, InterruptedException {
        var settings = new HashMap<String, Object>(login);
        settings.put("bootstrap.servers", stack.url("kafka"));
        settings.put("request.timeout.ms", (int) patience.toMillis());
        settings.put("default.api.timeout.ms", (int) patience.toMillis());
        try (var admin = Admin.create(settings)) {
            admin.listTopics().names().get();
        }
    }

    private static String answerOfTheMailServer(String command) throws IOException {
        var smtp = URI.create("smtp://" + stack.url("smtp"));
        try (var socket = new Socket(smtp.getHost(), smtp.getPort());
                var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            var greeting = answers.readLine();
            assertThat(greeting).startsWith("220");
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            return requireNonNull(answers.readLine());
        }
    }
}
