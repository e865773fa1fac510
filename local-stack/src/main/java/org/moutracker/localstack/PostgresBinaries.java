package org.moutracker.localstack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the artifact of this platform. */
record PostgresBinaries(Path folder) {

    /** Safe against another process that unpacks at the same time: the folder appears as a whole. */
    static PostgresBinaries unpackedBelow(Path parent) throws IOException {
        var archive = archiveName();
        var folder = parent.resolve(archive.replace(".txz", ""));
        if (Files.notExists(folder)) {
            Files.createDirectories(parent);
            var unpacking = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, unpacking);
            Files.setPosixFilePermissions(unpacking, fromString("rwxr-xr-x"));
            try {
                Files.move(unpacking, folder, ATOMIC_MOVE);
            } catch (DirectoryNotEmptyException | FileAlreadyExistsException someoneWasFaster) {
                Folders.delete(unpacking);
            }
        }
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void unpack(String archive, Path into) throws IOException {
        var resource = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (resource == null) {
            throw new IOException("There is no PostgreSQL for this platform (%s)".formatted(archive));
        }
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, into);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path into) throws IOException {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("The archive holds a path outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(os, arch);
    }
}
