package org.moutracker.localstack;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** {@code ./mou clock}: shows the simulated clock of a data folder and steers it. */
final class ClockCommand {
    private final SimulatedClock clock;
    private final Options options;

    private ClockCommand(SimulatedClock clock, Options options) {
        this.clock = clock;
        this.options = options;
    }

    public static void main(String[] arguments) {
        Command.perform(() -> {
            var options = Options.parse(List.of(arguments), Set.of("--data", "--speed"), Set.of());
            var folder = UpOptions.data(options, Installation.find().root().resolve(".data"));
            Claim.requireOn(folder.path());
            var clock = new SimulatedClock(folder.clock());
            if (!clock.exists()) {
                throw new IllegalArgumentException(
                        "The stack in %s runs on real time: only one started with ./mou up --clock has a clock to steer"
                                .formatted(folder.path()));
            }
            new ClockCommand(clock, options).steer();
            System.out.println(describe(clock.read(), Instant.now()));
        });
    }

    private void steer() {
        var action = options.words().isEmpty() ? "show" : options.words().getFirst();
        switch (action) {
            case "show" -> options.refuseMoreWordsThan(1);
            case "pause" -> {
                options.refuseMoreWordsThan(1);
                clock.pause();
            }
            case "resume" -> {
                options.refuseMoreWordsThan(1);
                options.value("--speed").map(Speed::parse).ifPresentOrElse(clock::resume, clock::resume);
            }
            case "jump" -> clock.set(later(clock.instant(), operand("P1D or PT6H")));
            case "set" -> clock.set(UpOptions.instant(operand("2025-10-03T09:00:00+05:00")));
            case "run-until" -> clock.runUntil(UpOptions.instant(operand("2025-10-03T09:00:00+05:00")));
            default ->
                throw new IllegalArgumentException(
                        "\"%s\" is nothing a clock can do: see ./mou clock --help".formatted(action));
        }
    }

    private String operand(String example) {
        options.refuseMoreWordsThan(2);
        if (options.words().size() < 2) {
            throw new IllegalArgumentException("%s needs to be told how far, for example %s"
                    .formatted(options.words().getFirst(), example));
        }
        return options.words().get(1);
    }

    /** Days, weeks, months and years by the calendar in UTC; hours and less exactly. */
    static Instant later(Instant now, String text) {
        try {
            return now.plus(Duration.parse(text));
        } catch (DateTimeParseException noDuration) {
            try {
                return now.atZone(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "\"%s\" is no duration: write for example P1D, P2W or PT6H".formatted(text));
            }
        }
    }

    static String describe(ClockReading reading, Instant now) {
        var stands = reading.at(now).truncatedTo(ChronoUnit.MILLIS);
        var isThere = reading.until() != null && !stands.isBefore(reading.until());
        if (reading.stopped()) {
            var then = reading.paused() ? "paused" : "running at " + reading.pace();
            return "%s, standing still until the next ./mou up, then %s".formatted(stands, then);
        }
        if (reading.paused() || isThere) {
            return "%s, paused (./mou clock resume goes on at %s)".formatted(stands, reading.pace());
        }
        var until = reading.until() == null ? "" : " until " + reading.until();
        return "%s, running at %s%s".formatted(stands, reading.pace(), until);
    }
}
