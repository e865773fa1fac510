package org.moutracker.localstack;

import java.nio.file.Path;

/** Where a stack keeps everything that outlives it. */
record DataFolder(Path path) {

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path mail() {
        return path.resolve("mail");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path clock() {
        return path.resolve("clock.properties");
    }

    Path endpoints() {
        return path.resolve("endpoints.json");
    }

    /** What runs, for a next start that finds it orphaned. */
    Path processes() {
        return path.resolve("processes.properties");
    }
}
