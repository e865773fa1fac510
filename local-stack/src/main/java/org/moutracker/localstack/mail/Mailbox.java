package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The received mails, one file each, numbered in the order of their arrival. Nothing of them is kept in memory, so
 * that their number is limited by the disk alone.
 */
final class Mailbox {
    private static final int MAILS_PER_FOLDER = 1_000;

    private final Path folder;
    private final boolean durable;
    private volatile long first;
    private volatile long last;

    private Mailbox(Path folder, boolean durable, long first, long last) {
        this.folder = folder;
        this.durable = durable;
        this.first = first;
        this.last = last;
    }

    /** @param durable whether a mail that was acknowledged must survive the machine */
    static Mailbox open(Path folder, boolean durable) throws IOException {
        var incoming = Files.createDirectories(folder.resolve("incoming"));
        for (var half : list(incoming)) {
            Files.delete(half);
        }
        var emptied = folder.resolve("first");
        var first = Files.exists(emptied)
                ? Long.parseLong(Files.readString(emptied, US_ASCII).strip())
                : 1;
        return new Mailbox(folder, durable, first, Math.max(first - 1, highest(folder)));
    }

    /** Returns when the mail is safe. */
    long add(byte[] lines, InputStream message) throws IOException {
        var file = Files.createTempFile(folder.resolve("incoming"), "mail", "");
        try {
            try (var channel = FileChannel.open(file, WRITE)) {
                channel.write(ByteBuffer.wrap(lines));
                var out = Channels.newOutputStream(channel);
                message.transferTo(out);
                if (durable) {
                    channel.force(true);
                }
            }
            return number(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private synchronized long number(Path file) throws IOException {
        var id = last + 1;
        var path = path(id);
        Files.createDirectories(path.getParent());
        Files.move(file, path, ATOMIC_MOVE);
        if (durable) {
            try (var directory = FileChannel.open(path.getParent(), READ)) {
                directory.force(true);
            }
        }
        last = id;
        return id;
    }

    long size() {
        return last - first + 1;
    }

    /** The ids after the given one, oldest first. */
    LongStream after(long id) {
        return LongStream.rangeClosed(Math.max(first, id + 1), last);
    }

    /** The ids of one page, newest first. */
    List<Long> newest(long skip, int count) {
        var from = last - skip;
        return LongStream.iterate(from, id -> id >= first && id > from - count, id -> id - 1)
                .boxed()
                .toList();
    }

    Optional<StoredMail> read(long id) throws IOException {
        if (id < first || id > last) {
            return Optional.empty();
        }
        try {
            return Optional.of(StoredMail.read(id, path(id)));
        } catch (NoSuchFileException | java.io.FileNotFoundException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    synchronized void clear() throws IOException {
        var end = last;
        var next = folder.resolve("first.next");
        Files.deleteIfExists(next);
        Files.writeString(next, String.valueOf(end + 1), US_ASCII, CREATE_NEW);
        Files.move(next, folder.resolve("first"), ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var begin = first;
        first = end + 1;
        for (var id = begin; id <= end; id++) {
            Files.deleteIfExists(path(id));
        }
    }

    private Path path(long id) {
        return folder.resolve("%09d".formatted(id / MAILS_PER_FOLDER)).resolve("%012d.mail".formatted(id));
    }

    private static long highest(Path folder) throws IOException {
        for (var group : list(folder).stream()
                .filter(path -> path.getFileName().toString().matches("\\d{9}"))
                .toList()) {
            var newest = list(group).stream().findFirst();
            if (newest.isPresent()) {
                return Long.parseLong(newest.get().getFileName().toString().replace(".mail", ""));
            }
        }
        return 0;
    }

    /** The last name first. */
    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
