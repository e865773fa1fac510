package org.moutracker.localstack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StackTest {
    private static final Database DATABASE = new Database("agreements");
    private static final TopicPartition PARTITION = new TopicPartition("mou.agreements.v1", 0);

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Ports ports = Ports.free();

    @TempDir
    private Path parent = Path.of("replaced before each test");

    private Stack stack = stopped();

    @AfterEach
    void stop() {
        stack.stop();
    }

    @Test
    @Tag("extended")
    void keeps_rows_records_and_mails_over_a_restart_and_over_the_death_of_each_process() throws Exception {
        stack = started();
        assertThatThrownBy(() -> execute(DATABASE.service(), "CREATE TABLE fact (what text)"))
                .hasMessageContaining("permission denied");
        execute(DATABASE.owner(), "CREATE TABLE fact (what text); GRANT ALL ON fact TO " + DATABASE.service());
        execute(DATABASE.service(), "INSERT INTO fact VALUES ('signed')");
        publish();
        send("In 14 days");

        stack.stop();
        stack = started();

        execute(DATABASE.service(), "UPDATE fact SET what = 'in force' WHERE what = 'signed'");
        assertThat(recordsOfTheTopic()).isEqualTo(1);
        assertThat(subjects()).containsExactly("In 14 days");

        for (var name : List.of("postgres", "kafka", "mail")) {
            kill(name);
        }
        execute(DATABASE.service(), "INSERT INTO fact VALUES ('suspended')");
        publish();
        send("In 7 days");
        assertThat(recordsOfTheTopic()).isEqualTo(2);
        assertThat(subjects()).containsExactly("In 14 days", "In 7 days");
    }

    private Stack stopped() {
        try {
            var folder = new DataFolder(parent.resolve("data"));
            return new Stack(
                    Installation.find(), folder, ports, Purpose.LOCAL_RUN, Optional.empty(), said::add, running -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Stack started() throws Exception {
        var next = stopped();
        next.start(List.of(DATABASE));
        return next;
    }

    private void kill(String name) {
        requireNonNull(stack.running().get(name)).destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).until(() -> said.contains(name + " runs again"));
    }

    private void execute(String role, String sql) throws SQLException, IOException {
        try (var connection = connect(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String role) throws SQLException, IOException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), DATABASE.name());
        return DriverManager.getConnection(url, role, stack.secrets().password(role));
    }

    private void publish() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "key", "signed"))
                    .get();
        }
    }

    private long recordsOfTheTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka()))) {
            var offsets = admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()));
            return offsets.partitionResult(PARTITION).get().offset();
        }
    }

    private void send(String subject) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(ports.smtp()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("alerts@mou.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ayesha@health.example.pk"));
        message.setSubject(subject);
        message.setText("by Friday");
        Transport.send(message);
    }

    private List<String> subjects() {
        return new MailboxClient(ports.mailbox())
                .messages("").stream().map(mail -> mail.subject()).toList();
    }
}
