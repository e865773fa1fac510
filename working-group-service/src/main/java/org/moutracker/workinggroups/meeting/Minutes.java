package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/**
 * One round of minutes, and what each side says to it.
 *
 * @param circulatedOn the day of {@code circulatedAt} in the meeting's zone
 * @param silence the period of silence that was agreed when they were circulated; null when each side must speak
 * @param agreeBy when that silence is over
 * @param stands whether it does not run, because all agreements of the group are suspended; null when it runs
 */
@CheckReturnValue
record Minutes(
        Instant circulatedAt,
        LocalDate circulatedOn,
        @Nullable String silence,
        @Nullable Instant agreeBy,
        Paper document,
        int round,
        List<SidePosition> positions,
        @Nullable Boolean stands) {

    Minutes {
        positions = List.copyOf(positions);
        stands = Boolean.TRUE.equals(stands) ? true : null;
    }

    /** Laid before every side on that day, which counts by the meeting's zone. */
    static Minutes circulated(
            Instant now, LocalDate on, Silence silence, Paper document, int round, List<String> sides) {
        return new Minutes(
                now,
                on,
                silence.period(),
                silence.end(on),
                document,
                round,
                sides.stream().map(SidePosition::silent).toList(),
                silence.stands(on));
    }

    /** With its silence counted anew: it may have stood in between, or stand now. */
    Minutes counted(Silence by) {
        return new Minutes(
                circulatedAt,
                circulatedOn,
                silence,
                by.end(circulatedOn),
                document,
                round,
                positions,
                by.stands(circulatedOn));
    }

    /** When the silence is to be looked at; null while that is not known. */
    @Nullable
    Instant lookedAt() {
        return doesStand() ? null : agreeBy;
    }

    boolean doesStand() {
        return stands != null;
    }

    Minutes agree(String side, @Nullable String note, Instant now) {
        return say(silent(side), Position.AGREED, note, now);
    }

    Minutes dispute(String side, String reason, Instant now) {
        return say(silent(side), Position.DISPUTED, reason, now);
    }

    private SidePosition silent(String side) {
        var position = positions.stream()
                .filter(one -> one.side().equals(side))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "side",
                        "must be a side of the group: "
                                + positions.stream().map(SidePosition::side).collect(Collectors.joining(", "))));
        return switch (position.position()) {
            case SILENT -> position;
            case AGREED -> throw new RuleViolated("%s has agreed to the minutes already".formatted(side));
            case DISPUTED -> throw new RuleViolated("%s has disputed the minutes already".formatted(side));
        };
    }

    private Minutes say(SidePosition silent, Position said, @Nullable String note, Instant now) {
        return with(one -> one.equals(silent) ? one.saying(said, note, now) : one);
    }

    /** Notes that somebody of a side was shown to be told of this round; the same when that is no news. */
    Minutes told(String side, Instant at) {
        return with(one -> one.side().equals(side) ? one.told(at) : one);
    }

    /** What the silence makes of it, once it is over: who was told in time and said nothing agrees. */
    Minutes afterSilence(Instant end) {
        return with(one -> one.isSilent() && one.isToldBy(end) ? one.agreeingBySilence(end) : one);
    }

    boolean areAgreed() {
        return positions.stream().allMatch(one -> one.position() == Position.AGREED);
    }

    /** For whom the meeting is still waiting, and why it does not end by itself, as sentences. */
    List<String> waitingFor(Instant now) {
        return positions.stream()
                .filter(SidePosition::isSilent)
                .flatMap(one -> Stream.of(waiting(one, now)))
                .toList();
    }

    private String waiting(SidePosition one, Instant now) {
        if (agreeBy == null) {
            return one.side() + " has yet to say whether it agrees; its silence says nothing";
        }
        if (doesStand()) {
            return "the silence of %s does not run while all agreements of the group are suspended"
                    .formatted(one.side());
        }
        if (one.isToldBy(agreeBy)) {
            return "%s agrees unless it speaks by %s".formatted(one.side(), agreeBy);
        }
        if (one.toldAt() != null) {
            return "%s was told only after the silence was over, so that it has to speak".formatted(one.side());
        }
        return agreeBy.isAfter(now)
                ? "nobody of %s is shown to be told yet; without that its silence says nothing".formatted(one.side())
                : "nobody of %s was shown to be told, so that its silence says nothing".formatted(one.side());
    }

    private Minutes with(UnaryOperator<SidePosition> change) {
        return new Minutes(
                circulatedAt,
                circulatedOn,
                silence,
                agreeBy,
                document,
                round,
                positions.stream().map(change).toList(),
                stands);
    }
}
