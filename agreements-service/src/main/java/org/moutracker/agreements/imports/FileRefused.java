package org.moutracker.agreements.imports;

/** Why a file cannot be read as a whole, and from which line on. */
final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    FileRefused(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
