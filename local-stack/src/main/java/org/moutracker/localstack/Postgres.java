package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.moutracker.localstack.process.Part;
import org.moutracker.localstack.process.StartFailed;

/** The PostgreSQL server: its data folder, its process and its databases. */
final class Postgres {
    static final String SUPERUSER = "postgres";

    private final Path data;
    private final Secrets secrets;
    private final PostgresBinaries binaries;
    private final int port;
    private final Purpose purpose;
    private final Optional<Certificates> certificates;

    Postgres(
            DataFolder folder,
            Secrets secrets,
            PostgresBinaries binaries,
            int port,
            Purpose purpose,
            Optional<Certificates> certificates) {
        this.data = folder.postgres();
        this.secrets = secrets;
        this.binaries = binaries;
        this.port = port;
        this.purpose = purpose;
        this.certificates = certificates;
    }

    /** Makes the data folder if there is none; one that was half made is made anew. */
    void prepare() throws IOException, StartFailed, InterruptedException {
        if (Files.exists(data)) {
            forgetLockOfAnotherProgram();
        } else {
            make();
        }
        Files.writeString(encryptedAccess(), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    }

    private void make() throws IOException, StartFailed, InterruptedException {
        var half = data.resolveSibling("postgres-half-made");
        if (Files.exists(half)) {
            Folders.delete(half);
        }
        var command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + half,
                "--username=" + SUPERUSER,
                "--pwfile=" + secrets.file(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        if (purpose == Purpose.TEST) {
            command.add("--no-sync");
        }
        run(asSomebody(command));
        Files.move(half, data);
    }

    /** The postmaster itself, so that its pid is known; SIGINT is its fast shutdown. */
    Part part() {
        var command = new ArrayList<>(
                List.of(binaries.program("postgres").toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Part(
                "postgres",
                Part.Tier.DATABASE,
                asSomebody(command),
                Map.of("LC_ALL", "C"),
                this::answers,
                purpose == Purpose.TEST ? "QUIT" : "INT",
                5, // after a crash, processes of the one before may still hold the shared memory for a moment
                Duration.ofSeconds(60));
    }

    Connection connect(String database) throws SQLException, IOException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.password(SUPERUSER));
        properties.setProperty("connectTimeout", "5");
        // Whether it answers is asked here, and not who it is.
        properties.setProperty("sslmode", certificates.isPresent() ? "require" : "disable");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), properties);
    }

    private boolean answers() throws SQLException, IOException {
        try (var connection = connect("postgres")) {
            return connection.isValid(5);
        }
    }

    private Map<String, String> settings() {
        var always = new java.util.LinkedHashMap<String, String>();
        always.put("listen_addresses", "127.0.0.1");
        // The path of a socket may have 107 characters, and nobody chose a folder with that in mind.
        always.put("unix_socket_directories", "");
        always.put("max_connections", "200");
        always.put("timezone", "UTC");
        always.put("log_timezone", "UTC");
        var durable = purpose == Purpose.LOCAL_RUN ? "on" : "off";
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            always.put(setting, durable);
        }
        certificates.ifPresent(shown -> always.putAll(Map.of(
                "ssl", "on",
                "ssl_cert_file", shown.certificate("postgres").toString(),
                "ssl_key_file", shown.key("postgres").toString(),
                "hba_file", encryptedAccess().toString())));
        return always;
    }

    /** Who may come in where lines are encrypted: nobody in the clear. */
    private Path encryptedAccess() {
        return data.resolve("encrypted_hba.conf");
    }

    /**
     * The lock names a process that may have died long ago, its number taken by an unrelated program; PostgreSQL
     * would then refuse to start. Its own check of the shared memory still guards the data.
     */
    private void forgetLockOfAnotherProgram() throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (Files.notExists(lock)) {
            return;
        }
        var holder = Files.readString(lock).lines().findFirst().orElse("");
        var isHalfWritten = !holder.matches("\\d+");
        if (isHalfWritten || isAnotherProgram(Long.parseLong(holder))) {
            Files.delete(lock);
        }
    }

    private static boolean isAnotherProgram(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> !command.endsWith("postgres"))
                .isPresent();
    }

    /** PostgreSQL refuses to run as root, and as a user without a name: in a user namespace it is "nobody". */
    private static List<String> asSomebody(List<String> command) {
        var user = System.getProperty("user.name", "?");
        if (!user.equals("root") && !user.equals("?")) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void run(List<String> command) throws IOException, StartFailed, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = start(builder);
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            var lines = output.strip().lines().toList();
            var tail = lines.subList(Math.max(0, lines.size() - 8), lines.size());
            throw new StartFailed("PostgreSQL's data folder could not be made:\n"
                    + String.join("\n", tail).indent(4).stripTrailing());
        }
    }

    private static Process start(ProcessBuilder builder) throws StartFailed {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL could not be started (%s)".formatted(e.getMessage()));
        }
    }
}
