package org.moutracker.localstack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Domain time of a local run, kept in a small file that the services read and only goes forward. */
public final class SimulatedClock implements InstantSource {
    private final Path file;
    private final InstantSource realTime;

    public SimulatedClock(Path file) {
        this(file, InstantSource.system());
    }

    SimulatedClock(Path file, InstantSource realTime) {
        this.file = file;
        this.realTime = realTime;
    }

    /** Whether time is simulated at all; without the file it is real. */
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public Instant instant() {
        return read().at(realTime.instant());
    }

    /** Begins anew at the given instant, whatever the clock said before. */
    public void begin(Instant domain, Speed speed) {
        write(ClockReading.of(domain, realTime.instant(), speed));
    }

    public void pause() {
        change(reading -> reading.paused(realTime.instant()));
    }

    /** Goes on as fast as before the pause. */
    public void resume() {
        resume(read().pace());
    }

    public void resume(Speed speed) {
        change(reading -> reading.resumed(realTime.instant(), speed));
    }

    public void jump(Duration ahead) {
        set(instant().plus(ahead));
    }

    public void set(Instant domain) {
        refuseBackwards(domain);
        change(reading -> reading.moved(realTime.instant(), domain));
    }

    /** Runs, at the speed it has or had, and stands still at the given instant. */
    public void runUntil(Instant end) {
        refuseBackwards(end);
        change(reading -> reading.runUntil(realTime.instant(), end));
    }

    /** Begins anew, and stands until the stack is up. */
    void beginStopped(Instant domain, Speed speed) {
        var now = realTime.instant();
        write(ClockReading.of(domain, now, speed).stopped(now));
    }

    /** The stack is up: time passes, unless a person paused the clock. */
    void start() {
        change(reading -> reading.started(realTime.instant()));
    }

    /** The stack goes down: the clock stands until {@link #start}. */
    void stop() {
        change(reading -> reading.stopped(realTime.instant()));
    }

    /** For a stack that went down without stopping it: the clock stands since that real instant. */
    void stopAsOf(Instant lastSeenAlive) {
        change(reading -> reading.stopped(lastSeenAlive.isAfter(reading.real()) ? lastSeenAlive : reading.real()));
    }

    /** Another speed for when it runs. */
    void setPace(Speed speed) {
        change(reading -> reading.paced(realTime.instant(), speed));
    }

    ClockReading read() {
        // A reader between two versions of the file never sees half of one: it is replaced as a whole.
        try (var in = Files.newInputStream(file)) {
            var properties = new Properties();
            properties.load(in);
            return ClockReading.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseBackwards(Instant domain) {
        var now = instant();
        if (domain.isBefore(now)) {
            throw new IllegalArgumentException(
                    "The clock stands at %s and cannot go back to %s: deadlines that have passed cannot unpass"
                            .formatted(now, domain));
        }
    }

    private void change(UnaryOperator<ClockReading> change) {
        write(change.apply(read()));
    }

    private void write(ClockReading reading) {
        try {
            var next = Files.createTempFile(file.toAbsolutePath().getParent(), "clock", ".tmp");
            try (var out = Files.newOutputStream(next)) {
                reading.toProperties().store(out, "Simulated domain time, steered by ./mou clock");
            }
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
