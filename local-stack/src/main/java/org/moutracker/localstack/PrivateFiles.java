package org.moutracker.localstack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that only their owner can read, written as a whole or not at all. */
final class PrivateFiles {
    private PrivateFiles() {}

    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
    }

    static void write(Path file, String content) throws IOException {
        // Files.createTempFile makes files that only the owner can read.
        var next = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".tmp");
        Files.writeString(next, content);
        Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
