package org.moutracker.localstack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.process.StartFailed;

/** The right to use a data folder, which one run at a time has; the kernel takes it back however a run ends. */
final class Claim implements AutoCloseable {
    private static final String MARKER = ".mou-tracker";
    private static final String LOCK = "lock";
    /** Not the lock itself: a process that opens and closes a file a second time loses its lock on it. */
    private static final String ALIVE = "alive";

    private final Path folder;
    private final FileChannel channel;
    private final Optional<Instant> lastSeenAlive;

    private Claim(Path folder, FileChannel channel, Optional<Instant> lastSeenAlive) {
        this.folder = folder;
        this.channel = channel;
        this.lastSeenAlive = lastSeenAlive;
    }

    /** Only a folder that is new, empty or ours is taken. */
    static Claim on(Path folder) throws IOException, StartFailed {
        if (Files.exists(folder) && !isOurs(folder)) {
            throw new StartFailed(
                    "%s is not a data folder of MoU Tracker: name a new or empty one with --data".formatted(folder));
        }
        PrivateFiles.createFolder(folder);
        var lock = folder.resolve(LOCK);
        var alive = folder.resolve(ALIVE);
        var lastSeenAlive = Files.exists(alive)
                ? Optional.of(Files.getLastModifiedTime(alive).toInstant())
                : Optional.<Instant>empty();
        var channel = FileChannel.open(lock, CREATE, READ, WRITE);
        if (tryLock(channel) == null) {
            var holder = Files.readString(lock).strip();
            channel.close();
            throw new StartFailed("Another ./mou up (pid %s) uses %s: stop it, or name another folder with --data"
                    .formatted(holder, folder));
        }
        Files.writeString(folder.resolve(MARKER), "The data of a local run of MoU Tracker.\n");
        var pid = ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
        channel.truncate(0).write(pid, 0);
        return new Claim(folder, channel, lastSeenAlive);
    }

    /** For a command that is about a stack that somebody started. */
    static void requireOn(Path folder) throws AccessDeniedException {
        if (Files.exists(folder) && !Files.isReadable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        if (Files.notExists(folder.resolve(MARKER))) {
            throw new IllegalArgumentException(
                    "There is no stack in %s: start ./mou up first, or name its folder with --data".formatted(folder));
        }
    }

    /** When the run before was alive for the last time. */
    Optional<Instant> lastSeenAlive() {
        return lastSeenAlive;
    }

    void seenAlive() throws IOException {
        Files.writeString(folder.resolve(ALIVE), Instant.now().toString());
    }

    /** Removes everything but the claim itself. */
    void empty() throws IOException {
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (!Set.of(MARKER, LOCK).contains(entry.getFileName().toString())) {
                    Folders.delete(entry);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock();
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return Files.exists(folder.resolve(MARKER)) || entries.findAny().isEmpty();
        }
    }
}
