package org.moutracker.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.moutracker.localstack.process.StartFailed;

/** A stack for the tests of one JVM, in a process that ends with it however it ends. */
final class TestInfrastructure {
    private static final Instant MORNING_OF_THE_SIGNATURE = Instant.parse("2025-09-17T07:00:00Z");
    private static final int TRIES = 3;

    private static volatile Optional<Stack> running = Optional.empty();
    private static volatile boolean isEnding;

    private TestInfrastructure() {}

    /** Arguments: an empty folder, the name of the database, the pid of the JVM that tests. */
    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            isEnding = true;
            stop();
        }));
        Parent.endWith(ProcessHandle.of(Long.parseLong(arguments[2])));
        var folder = Path.of(arguments[0]);
        var database = new Database(arguments[1]);
        for (var attempt = 1; !isEnding; attempt++) {
            try {
                start(new DataFolder(folder.resolve(String.valueOf(attempt))), database, folder.resolve("ready"));
                break;
            } catch (StartFailed e) {
                System.out.println(e.getMessage());
                stop();
                // A port that was free a moment ago may be lost to somebody else.
                if (attempt == TRIES) {
                    System.exit(1);
                }
            }
        }
        Thread.currentThread().join();
    }

    private static void start(DataFolder folder, Database database, Path ready)
            throws IOException, StartFailed, InterruptedException {
        PrivateFiles.createFolder(folder.path());
        new SimulatedClock(folder.clock()).begin(MORNING_OF_THE_SIGNATURE, Speed.STILL);
        linkKeys(folder);
        var ports = Ports.free();
        var stack = new Stack(
                Installation.find(),
                folder,
                ports,
                Purpose.TEST,
                Optional.empty(),
                System.out::println,
                processes -> describeAgain(folder, ports, processes, ready));
        running = Optional.of(stack);
        stack.start(List.of(database));
        describe(folder, ports, stack.running(), ready);
    }

    /** A process that was killed comes back as another one; who has not been told of the first is not told of it yet. */
    private static void describeAgain(
            DataFolder folder, Ports ports, Map<String, ProcessHandle> processes, Path ready) {
        if (Files.exists(ready)) {
            try {
                describe(folder, ports, processes, ready);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void describe(DataFolder folder, Ports ports, Map<String, ProcessHandle> processes, Path ready)
            throws IOException {
        var described = new Properties();
        described.setProperty("folder", folder.path().toString());
        described.setProperty("postgres", String.valueOf(ports.postgres()));
        described.setProperty("kafka", String.valueOf(ports.kafka()));
        described.setProperty("smtp", String.valueOf(ports.smtp()));
        described.setProperty("mailbox", String.valueOf(ports.mailbox()));
        described.setProperty("imap", String.valueOf(ports.imap()));
        processes.forEach((name, process) -> described.setProperty("pid." + name, String.valueOf(process.pid())));
        var text = new java.io.StringWriter();
        described.store(text, null);
        PrivateFiles.write(ready, text.toString());
    }

    /** To find the primes of a key takes longer than to start a database: one pair serves all tests. */
    private static void linkKeys(DataFolder folder) throws IOException {
        var keys = Installation.find().target().resolve("test-keys");
        LocalTokens.in(keys);
        Files.createSymbolicLink(folder.keys(), keys);
    }

    private static void stop() {
        running.ifPresent(Stack::stop);
    }
}
