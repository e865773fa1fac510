package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of the database roles and the key of signed links, made at the first start; only the owner reads them. */
record Secrets(Path folder) {
    private static final int BYTES = 16;

    static Secrets in(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        return new Secrets(folder);
    }

    /** The file holds the password and nothing else. */
    Path file(String role) throws IOException {
        var file = folder.resolve(role);
        if (Files.notExists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFiles.write(file, HexFormat.of().formatHex(bytes));
        }
        return file;
    }

    String password(String role) throws IOException {
        return Files.readString(file(role)).strip();
    }
}
