package org.moutracker.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code ./mou up} was asked for. */
record UpOptions(
        DataFolder data,
        boolean fresh,
        Optional<Instant> clock,
        Optional<Speed> speed,
        Optional<Certificates> certificates,
        int portOffset) {
    private static final int HIGHEST_OFFSET = 46_000;

    static UpOptions parse(List<String> arguments, Path defaultData) {
        var options = Options.parse(
                arguments,
                Set.of("--data", "--clock", "--speed", "--certificates", "--port-offset"),
                Set.of("--fresh"));
        options.refuseMoreWordsThan(0);
        return new UpOptions(
                data(options, defaultData),
                options.has("--fresh"),
                options.value("--clock").map(UpOptions::instant),
                options.value("--speed").map(Speed::parse),
                options.value("--certificates").map(UpOptions::certificates),
                options.value("--port-offset").map(UpOptions::portOffset).orElse(0));
    }

    static DataFolder data(Options options, Path defaultData) {
        return new DataFolder(options.value("--data")
                .map(Path::of)
                .orElse(defaultData)
                .toAbsolutePath()
                .normalize());
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no instant: write it with its offset, for example 2025-09-17T12:00:00+05:00"
                            .formatted(text));
        }
    }

    private static Certificates certificates(String text) {
        var certificates = new Certificates(Path.of(text).toAbsolutePath().normalize());
        if (Files.notExists(certificates.authority())) {
            throw new IllegalArgumentException("There is no %s".formatted(certificates.authority()));
        }
        return certificates;
    }

    private static int portOffset(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_OFFSET) {
            throw new IllegalArgumentException(
                    "\"%s\" is no port offset: write a number from 0 to %d".formatted(text, HIGHEST_OFFSET));
        }
        return Integer.parseInt(text);
    }
}
