package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.moutracker.localstack.mail.MailServer;
import org.moutracker.localstack.mail.ReplyBox;
import org.moutracker.localstack.process.Part;
import org.moutracker.localstack.process.StartFailed;
import org.moutracker.localstack.process.Supervisor;

/** PostgreSQL, Kafka and the mail server in one data folder: what the services stand on. */
final class Stack {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Installation installation;
    private final DataFolder folder;
    private final Ports ports;
    private final Purpose purpose;
    private final Optional<Certificates> certificates;
    private final Supervisor supervisor;
    private final Secrets secrets;

    Stack(
            Installation installation,
            DataFolder folder,
            Ports ports,
            Purpose purpose,
            Optional<Certificates> certificates,
            Consumer<String> say,
            Consumer<Map<String, ProcessHandle>> changed)
            throws IOException {
        this.installation = installation;
        this.folder = folder;
        this.ports = ports;
        this.purpose = purpose;
        this.certificates = certificates;
        this.supervisor = new Supervisor(folder.logs(), say, changed);
        this.secrets = Secrets.in(folder.secrets());
    }

    /** Returns when all three answer and the databases are there. */
    void start(List<Database> databases) throws StartFailed, IOException, InterruptedException {
        supervisor.launch(List.of(kafka(), mail()));
        LocalTokens.in(folder.keys());
        var binaries = PostgresBinaries.unpackedBelow(installation.target().resolve("postgres"));
        var postgres = new Postgres(folder, secrets, binaries, ports.postgres(), purpose, certificates);
        postgres.prepare();
        supervisor.launch(List.of(postgres.part()));
        supervisor.awaitReady("postgres");
        for (var database : databases) {
            create(database, postgres);
        }
        supervisor.awaitReady();
    }

    /** What stands on this stack, and ends before it. */
    void startServices(List<Part> services) throws StartFailed, IOException, InterruptedException {
        supervisor.launch(services);
        supervisor.awaitReady();
    }

    Map<String, ProcessHandle> running() {
        return supervisor.running();
    }

    Secrets secrets() {
        return secrets;
    }

    Ports ports() {
        return ports;
    }

    /** With them all lines are encrypted. */
    Optional<Certificates> certificates() {
        return certificates;
    }

    DataFolder folder() {
        return folder;
    }

    void stop() {
        supervisor.stop();
    }

    private Part kafka() {
        var ready = folder.path().resolve("kafka.ready");
        var arguments = withCertificates(
                folder.kafka().toString(),
                String.valueOf(ports.kafka()),
                String.valueOf(ports.kafkaController()),
                ready.toString(),
                installation.topics().toString(),
                folder.secrets().toString());
        var command = installation.java(KafkaBroker.class, options("-Xmx256m"), arguments);
        return new Part("kafka", Part.Tier.MESSAGING, command, Map.of(), () -> isReadyBy(ready), "TERM", 1, PATIENCE);
    }

    /** The file of a broker that was killed is there still, until the next one removes it. */
    private static boolean isReadyBy(Path file) throws IOException {
        return Files.exists(file)
                && ProcessHandle.of(Long.parseLong(Files.readString(file))).isPresent();
    }

    private Part mail() throws IOException {
        var arguments = withCertificates(
                folder.mail().toString(),
                String.valueOf(ports.smtp()),
                String.valueOf(ports.mailbox()),
                String.valueOf(ports.imap()),
                folder.clock().toString(),
                String.valueOf(purpose == Purpose.LOCAL_RUN));
        var command = installation.java(MailServer.class, options("-Xmx128m"), arguments);
        return new Part(
                "mail",
                Part.Tier.MESSAGING,
                command,
                Map.of(ReplyBox.PASSWORD, secrets.password(ReplyBox.USER)),
                () -> Ports.answers(ports.mailbox()),
                "TERM",
                1,
                PATIENCE);
    }

    private List<String> withCertificates(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        certificates.ifPresent(given -> all.add(given.folder().toString()));
        return all;
    }

    /** Both are busy for moments only: the quick compiler and the simplest collector serve them best. */
    private static List<String> options(String heap) {
        return List.of(
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }

    private void create(Database database, Postgres postgres) throws IOException, StartFailed {
        try {
            database.createOn(postgres, secrets);
        } catch (SQLException e) {
            throw new StartFailed("The database %s could not be made: %s".formatted(database.name(), e.getMessage()));
        }
    }
}
