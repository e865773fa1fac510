package org.moutracker.localstack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a clock file says: it was {@code domain} at {@code real}, and since then time passes at {@code pace}, unless
 * somebody paused it or the stack is stopped. The services read only {@code domain}, {@code real}, {@code speed} and
 * {@code until}.
 *
 * @param until where the clock stands still once it gets there
 */
record ClockReading(
        Instant domain, Instant real, Speed pace, @Nullable Instant until, boolean paused, boolean stopped) {

    /** Standing still counts as paused; it then goes on in real time unless told otherwise. */
    static ClockReading of(Instant domain, Instant real, Speed speed) {
        return new ClockReading(domain, real, speed.isStill() ? Speed.REAL_TIME : speed, null, speed.isStill(), false);
    }

    static ClockReading of(Properties file) {
        var speed = speed(file.getProperty("speed", "0"));
        var pace = Optional.ofNullable(file.getProperty("resume")).map(ClockReading::speed);
        var until = Optional.ofNullable(file.getProperty("until")).map(Instant::parse);
        var stopped = Boolean.parseBoolean(file.getProperty("stopped"));
        return new ClockReading(
                Instant.parse(file.getProperty("domain")),
                Instant.parse(file.getProperty("real")),
                pace.orElse(speed.isStill() ? Speed.REAL_TIME : speed),
                until.orElse(null),
                stopped ? Boolean.parseBoolean(file.getProperty("paused")) : speed.isStill(),
                stopped);
    }

    Properties toProperties() {
        var file = new Properties();
        file.setProperty("domain", domain.toString());
        file.setProperty("real", real.toString());
        file.setProperty("speed", number(speed()));
        file.setProperty("resume", number(pace));
        Optional.ofNullable(until).ifPresent(instant -> file.setProperty("until", instant.toString()));
        if (stopped) {
            file.setProperty("stopped", "true");
            file.setProperty("paused", String.valueOf(paused));
        }
        return file;
    }

    /** How fast time passes now. */
    Speed speed() {
        return paused || stopped ? Speed.STILL : pace;
    }

    Instant at(Instant now) {
        var elapsed = Duration.between(real, now);
        var passed = BigDecimal.valueOf(elapsed.getNano(), 9)
                .add(BigDecimal.valueOf(elapsed.getSeconds()))
                .multiply(speed().secondsPerSecond())
                .setScale(9, RoundingMode.FLOOR);
        var seconds = passed.setScale(0, RoundingMode.FLOOR);
        var nanos = passed.subtract(seconds).movePointRight(9);
        var reached = domain.plusSeconds(seconds.longValueExact()).plusNanos(nanos.longValueExact());
        return until != null && until.isBefore(reached) ? until : reached;
    }

    ClockReading paused(Instant now) {
        return new ClockReading(at(now), now, pace, until, true, stopped);
    }

    ClockReading resumed(Instant now, Speed next) {
        return new ClockReading(at(now), now, next, null, false, stopped);
    }

    /** What it runs at from now on, or once it runs. */
    ClockReading paced(Instant now, Speed next) {
        return new ClockReading(at(now), now, next, until, paused, stopped);
    }

    ClockReading moved(Instant now, Instant domainNow) {
        var stillAhead = until != null && until.isAfter(domainNow) ? until : null;
        return new ClockReading(domainNow, now, pace, stillAhead, paused, stopped);
    }

    ClockReading runUntil(Instant now, Instant end) {
        return new ClockReading(at(now), now, pace, end, false, stopped);
    }

    /** No time passes while the stack is down. */
    ClockReading stopped(Instant now) {
        return new ClockReading(at(now), now, pace, until, paused, true);
    }

    ClockReading started(Instant now) {
        return new ClockReading(at(now), now, pace, until, paused, false);
    }

    private static Speed speed(String number) {
        return new Speed(new BigDecimal(number));
    }

    private static String number(Speed speed) {
        return speed.secondsPerSecond().toPlainString();
    }
}
