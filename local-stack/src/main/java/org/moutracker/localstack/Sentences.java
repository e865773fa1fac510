package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** What went wrong, in words for a person. */
final class Sentences {
    private Sentences() {}

    static String of(IOException problem) {
        return switch (problem) {
            case AccessDeniedException denied -> "There is no permission for " + denied.getFile();
            default -> problem.getClass().getSimpleName() + ": " + problem.getMessage();
        };
    }
}
