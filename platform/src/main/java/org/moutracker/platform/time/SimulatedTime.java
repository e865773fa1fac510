package org.moutracker.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Time as a small file says: {@code domain} at {@code real}, running at {@code speed} domain seconds a second, no
 * further than {@code until}. The file is replaced as a whole by whoever steers the clock and looked at on every call,
 * so all services change their time at once.
 */
final class SimulatedTime implements InstantSource {

    private record Setting(
            Object fileVersion,
            Instant domain,
            Instant real,
            double speed,
            @Nullable Instant until) {

        Instant at(Instant now) {
            var elapsed = Duration.between(real, now);
            var nanos = Math.round((elapsed.getSeconds() * 1e9 + elapsed.getNano()) * speed);
            var instant = domain.plusNanos(nanos);
            return until != null && instant.isAfter(until) ? until : instant;
        }
    }

    private record FileVersion(Object modified, @Nullable Object key) {}

    private final Path file;
    private volatile @Nullable Setting setting;

    SimulatedTime(Path file) {
        this.file = file;
    }

    @Override
    public Instant instant() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var version = new FileVersion(attributes.lastModifiedTime(), attributes.fileKey());
            var current = setting;
            if (current == null || !current.fileVersion().equals(version)) {
                current = read(version);
                setting = current;
            }
            return current.at(Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the simulated clock", e);
        }
    }

    private Setting read(FileVersion version) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var until = properties.getProperty("until");
        return new Setting(
                version,
                Instant.parse(properties.getProperty("domain")),
                Instant.parse(properties.getProperty("real")),
                Double.parseDouble(properties.getProperty("speed")),
                until == null ? null : Instant.parse(until));
    }
}
