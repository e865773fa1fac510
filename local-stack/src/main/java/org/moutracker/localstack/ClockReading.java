package org.moutracker.localstack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a clock file says: it was {@code domain} at {@code real}, and since then time passes at {@code speed}.
 *
 * @param until where the clock stands still once it gets there
 * @param resume the speed to go on with after a pause
 * @param stopped the stack is down, so that no time passes; it goes on with the next start
 */
record ClockReading(
        Instant domain, Instant real, Speed speed, @Nullable Instant until, Speed resume, boolean stopped) {

    static ClockReading of(Instant domain, Instant real, Speed speed) {
        return new ClockReading(domain, real, speed, null, speed.isStill() ? Speed.REAL_TIME : speed, false);
    }

    static ClockReading of(Properties file) {
        var speed = speed(file.getProperty("speed", "0"));
        var until = file.getProperty("until");
        return new ClockReading(
                Instant.parse(file.getProperty("domain")),
                Instant.parse(file.getProperty("real")),
                speed,
                until == null ? null : Instant.parse(until),
                speed(file.getProperty("resume", speed.isStill() ? "1" : file.getProperty("speed"))),
                Boolean.parseBoolean(file.getProperty("stopped", "false")));
    }

    Properties toProperties() {
        var file = new Properties();
        file.setProperty("domain", domain.toString());
        file.setProperty("real", real.toString());
        file.setProperty("speed", speed.secondsPerSecond().toPlainString());
        file.setProperty("resume", resume.secondsPerSecond().toPlainString());
        Optional.ofNullable(until).ifPresent(instant -> file.setProperty("until", instant.toString()));
        if (stopped) {
            file.setProperty("stopped", "true");
        }
        return file;
    }

    Instant at(Instant now) {
        var elapsed = Duration.between(real, now);
        var passed = BigDecimal.valueOf(elapsed.getNano(), 9)
                .add(BigDecimal.valueOf(elapsed.getSeconds()))
                .multiply(speed.secondsPerSecond())
                .setScale(9, RoundingMode.FLOOR);
        var seconds = passed.setScale(0, RoundingMode.FLOOR);
        var nanos = passed.subtract(seconds).movePointRight(9);
        var reached = domain.plusSeconds(seconds.longValueExact()).plusNanos(nanos.longValueExact());
        return until != null && until.isBefore(reached) ? until : reached;
    }

    /** The same clock, told from now on. */
    ClockReading rebased(Instant now) {
        return new ClockReading(at(now), now, speed, until, resume, stopped);
    }

    ClockReading paused(Instant now) {
        return new ClockReading(at(now), now, Speed.STILL, until, resume, false);
    }

    ClockReading resumed(Instant now, Speed next) {
        return new ClockReading(at(now), now, stopped ? Speed.STILL : next, null, next, stopped);
    }

    ClockReading moved(Instant now, Instant domainNow) {
        var stillAhead = until != null && until.isAfter(domainNow) ? until : null;
        return new ClockReading(domainNow, now, speed, stillAhead, resume, stopped);
    }

    ClockReading runUntil(Instant now, Instant end) {
        var next = speed.isStill() ? resume : speed;
        return new ClockReading(at(now), now, stopped ? Speed.STILL : next, end, next, stopped);
    }

    /** No time passes while the stack is down; a clock that a person paused stays paused after it. */
    ClockReading frozen(Instant now) {
        if (speed.isStill()) {
            return rebased(now);
        }
        return new ClockReading(at(now), now, Speed.STILL, until, speed, true);
    }

    ClockReading thawed(Instant now) {
        return stopped ? new ClockReading(at(now), now, resume, until, resume, false) : rebased(now);
    }

    private static Speed speed(@Nullable String number) {
        return new Speed(new BigDecimal(number == null ? "1" : number));
    }
}
