package org.moutracker.notifications.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;

/**
 * A deadline as far as alerts need it.
 *
 * @param kind what it is for, in its owner's words; null where only an earlier version of this service heard of it
 * @param scheduleNo rises whenever the due date or its zone changes
 * @param internalTo the side that alone may hear of it
 * @param scheduledAt when the present date was set: what lies between it and the last day is the horizon
 */
public record Deadline(
        UUID id,
        @Nullable String kind,
        String title,
        @Nullable UUID agreementId,
        @Nullable UUID workingGroupId,
        DeadlineStatus status,
        @Nullable JsonNode rule,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        int scheduleNo,
        @Nullable Instant scheduledAt,
        List<Explained> explanation,
        @Nullable Origin origin,
        List<Responsible> responsible,
        @Nullable Change change,
        @Nullable String internalTo) {

    public Deadline {
        explanation = explanation == null ? List.of() : List.copyOf(explanation);
        responsible = responsible == null ? List.of() : List.copyOf(responsible);
    }

    /** One step of the reckoning that led to the date. */
    public record Explained(
            String step, @Nullable String result, @Nullable String because) {}

    /**
     * What the deadline rests on: a clause, or a statement.
     *
     * @param importedAt when an import took it over from older records; null for most
     */
    public record Origin(
            @Nullable String commitment,
            @Nullable String basis,
            @Nullable String clause,
            @Nullable Integer amendment,
            @Nullable Instant importedAt) {}

    /**
     * A party that has to act.
     *
     * @param personId the member who took it on; null when all of the party's have to
     */
    public record Responsible(String party, @Nullable UUID personId) {}

    /** What the event that told this state was about. */
    public record Change(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String cause) {}

    /** When a deadline ends. */
    public record Due(LocalDate lastDay, Instant at) {}

    /**
     * Whether nothing that comes at an instant is owed to anybody: it lies before the import that brought the deadline, or
     * is about a day that had passed by then.
     */
    public boolean isSilentAt(Instant step) {
        var imported = origin == null ? null : origin.importedAt();
        return imported != null && (!step.isAfter(imported) || cameTooLate());
    }

    /** Whether its day had passed when an import brought it. */
    public boolean cameTooLate() {
        var imported = origin == null ? null : origin.importedAt();
        return imported != null && dueAt != null && !dueAt.isAfter(imported);
    }

    /** Whether nothing is due by it: it says how long nothing may be heard of something. */
    @JsonIgnore
    public boolean isWatch() {
        return "STAGNATION".equals(kind);
    }

    /**
     * The day from which the last one is counted, before which nothing can have been done; null where that is not known, or
     * nothing had to happen first: a printed date, and what is counted backwards.
     */
    public @Nullable LocalDate countedFrom() {
        var first = explanation.isEmpty() ? null : explanation.getFirst();
        if (first == null || first.result() == null || lastDay == null || !isHappening(first.step())) {
            return null;
        }
        var day = LocalDate.parse(first.result());
        return day.isBefore(lastDay) ? day : null;
    }

    /** Whether a reckoning begins with something that happens, be it alone or the earliest or latest of several. */
    private static boolean isHappening(String step) {
        return step.contains("DEADLINE ")
                || Arrays.stream(AnchorEvent.values()).map(Enum::name).anyMatch(step::contains);
    }

    /** Whether time runs towards (or past) a known date, so that somebody has to be told. */
    @JsonIgnore
    public boolean isRunning() {
        return due() != null;
    }

    /** Why its day has just moved; null when it has not. */
    public @Nullable String movedBecause() {
        return change == null || Objects.equals(change.from(), change.to()) ? null : change.cause();
    }

    /** Why nothing is due by it any more; null while something is, or where nobody said why. */
    public @Nullable String overBecause() {
        return change != null && (status.isGone() || status.isSettled()) ? change.cause() : null;
    }

    /** The end of a deadline that runs; null for one that does not, or of which no date is known. */
    public @Nullable Due due() {
        return status == DeadlineStatus.ACTIVE && lastDay != null && dueAt != null ? new Due(lastDay, dueAt) : null;
    }
}
