package org.moutracker.agreements.commitment;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.SuspensionPeriod;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Answer;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Clock;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * That a side was shown to be told that a commitment is reported fulfilled, so that its silence says something.
 *
 * @param zones by whose midnight its days end
 * @param confirmsAfter the first instant at which it has been silent for long enough; null while the time stands still
 */
record Notice(
        String side,
        LocalDate on,
        List<String> zones,
        @Nullable LocalDate lastDay,
        @Nullable Instant confirmsAfter) {

    Notice {
        zones = List.copyOf(zones);
    }

    static Notice of(String side, LocalDate on, Collection<ZoneId> zones) {
        return new Notice(
                side, on, zones.stream().map(ZoneId::getId).distinct().sorted().toList(), null, null);
    }

    /**
     * With its time counted: what was suspended meanwhile needs no answer, and the days that remained are restored.
     *
     * @param suspensions those that concern the commitment, oldest first
     */
    Notice counted(Period silence, List<SuspensionPeriod> suspensions) {
        var last = requireNonNull(answer(on, new Step.Within(silence)).lastDay(), "it counts from a day that is known");
        for (var suspension : suspensions) {
            if (!suspension.since().isAfter(last)) {
                var until = suspension.until();
                if (until == null) {
                    return new Notice(side, on, zones, null, null);
                }
                var from = suspension.since().isBefore(on) ? on : suspension.since();
                last = last.plusDays(Math.max(0, DAYS.between(from, until)));
            }
        }
        return new Notice(
                side, on, zones, last, answer(last, new Step.SameDay()).dueAt());
    }

    private Answer answer(LocalDate from, Step step) {
        var clock = new Clock(Clock.Mode.LATEST, zones.stream().map(ZoneId::of).toList());
        return new Rule(new Anchor.On(from), List.of(step), null, null, null, null, clock, null, null, null)
                .evaluate(Facts.none(), Calendars.none());
    }

    @JsonIgnore
    boolean isOver(Instant now) {
        return confirmsAfter != null && !confirmsAfter.isAfter(now);
    }

    /** What the side says by it, on the last day of its time. */
    Position confirmation() {
        return new Position(side, Position.Word.CONFIRMED, requireNonNull(lastDay, "its time is counted"));
    }

    CommitmentState.Silence shown() {
        return new CommitmentState.Silence(side, on, confirmsAfter);
    }
}
