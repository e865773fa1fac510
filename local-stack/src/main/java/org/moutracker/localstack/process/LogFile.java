package org.moutracker.localstack.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process prints: one file per run of the stack, the one of the run before beside it. */
record LogFile(Path path) {
    private static final int TAIL_BYTES = 8_192;
    private static final int TAIL_LINES = 12;

    /** Keeps the log of the run before as {@code .1} and begins a new one. */
    void rotate() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), REPLACE_EXISTING);
        }
    }

    /** The last lines, for a person who wants to know why. */
    String tail() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var length = (int) Math.min(TAIL_BYTES, file.length());
            var bytes = new byte[length];
            file.seek(file.length() - length);
            file.readFully(bytes);
            var lines = new String(bytes, UTF_8).strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
