package org.moutracker.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The stack that serves this JVM. Quarkus loads test resources and tests by different class loaders, so that what is
 * running is remembered in a system property, not in a field.
 */
record RunningTestStack(Properties described) {
    private static final String KEY = "mou.test-stack";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static RunningTestStack current() {
        var ready = System.getProperty(KEY);
        if (ready == null) {
            throw new IllegalStateException("No test stack runs: the test needs @WithTestResource(TestStack.class)");
        }
        return read(Path.of(ready));
    }

    static RunningTestStack startedFor(String database) {
        var key = KEY + "." + database;
        var known = System.getProperty(key);
        var ready = known == null ? start(database) : Path.of(known);
        System.setProperty(key, ready.toString());
        System.setProperty(KEY, ready.toString());
        return read(ready);
    }

    DataFolder folder() {
        return new DataFolder(Path.of(described.getProperty("folder")));
    }

    int port(String name) {
        return Integer.parseInt(described.getProperty(name));
    }

    /** Empty while the process is on its way back. */
    Optional<Long> pid(String name) {
        return Optional.ofNullable(described.getProperty("pid." + name)).map(Long::valueOf);
    }

    private static Path start(String database) {
        try {
            var pid = ProcessHandle.current().pid();
            var parent = Path.of("target", "test-stack").toAbsolutePath();
            removeForsaken(parent);
            var folder = parent.resolve("%s-%d".formatted(database, pid));
            PrivateFiles.createFolder(folder);
            return start(folder, database, pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path start(Path folder, String database, long pid) throws IOException {
        var options = List.of(
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmou.root=" + Installation.find().root());
        var arguments = List.of(folder.toString(), database, String.valueOf(pid));
        var log = folder.resolve("stack.log");
        var process = new ProcessBuilder(Installation.find().java(TestInfrastructure.class, options, arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ready = folder.resolve("ready");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.notExists(ready)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("The test stack did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return ready;
    }

    /** Folders of JVMs that have ended. */
    private static void removeForsaken(Path parent) throws IOException {
        if (Files.notExists(parent)) {
            return;
        }
        try (var folders = Files.list(parent)) {
            folders.filter(RunningTestStack::isForsaken).forEach(RunningTestStack::remove);
        }
    }

    private static boolean isForsaken(Path folder) {
        var name = folder.getFileName().toString();
        return ProcessHandle.of(Long.parseLong(name.substring(name.lastIndexOf('-') + 1)))
                .isEmpty();
    }

    private static void remove(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException itsProcessesAreStillEnding) {
            // The next start removes it.
        }
    }

    private static RunningTestStack read(Path ready) {
        var described = new Properties();
        try (var in = Files.newInputStream(ready)) {
            described.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunningTestStack(described);
    }
}
