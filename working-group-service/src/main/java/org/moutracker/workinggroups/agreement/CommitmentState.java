package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;
import org.moutracker.workinggroups.deadline.Recurrence;
import org.moutracker.workinggroups.workinggroup.Composition;

/**
 * What working groups need to hear about commitments, and no more.
 *
 * @param lastReportedOn the latest day that was reported for; null while nothing was
 * @param openedAt when it was heard of first, which is kept here and not told
 */
record CommitmentState(
        UUID id,
        UUID agreementId,
        String code,
        String title,
        String kind,
        @Nullable String basis,
        @Nullable String clause,
        List<String> obligors,
        String status,
        @Nullable Body body,
        @Nullable Map<String, Object> rule,
        @Nullable Recurrence recurrence,
        List<String> unless,
        List<String> areas,
        @Nullable Integer amendment,
        @Nullable LocalDate lastReportedOn,
        @Nullable Instant openedAt) {

    CommitmentState {
        // What an earlier version told does not have them.
        unless = unless == null ? List.of() : List.copyOf(unless);
        areas = areas == null ? List.of() : List.copyOf(areas);
    }

    /**
     * Refuses what could never be followed. It would otherwise be found out with the next event of its agreement, and
     * that event be taken for the bad one.
     */
    CommitmentState checked() {
        if (rule != null) {
            var _ = Rule.parse(rule);
        }
        return this;
    }

    /** With another rule. */
    CommitmentState following(Map<String, Object> other) {
        return new CommitmentState(
                id,
                agreementId,
                code,
                title,
                kind,
                basis,
                clause,
                obligors,
                status,
                body,
                other,
                recurrence,
                unless,
                areas,
                amendment,
                lastReportedOn,
                openedAt);
    }

    /** Heard of at that time, for the first time as far as it knows. */
    CommitmentState openedAt(Instant heard) {
        return new CommitmentState(
                id,
                agreementId,
                code,
                title,
                kind,
                basis,
                clause,
                obligors,
                status,
                body,
                rule,
                recurrence,
                unless,
                areas,
                amendment,
                lastReportedOn,
                heard);
    }

    /** Whether a day follows from what was agreed; words such as "promptly" name none. */
    boolean hasDate() {
        return rule != null && Rule.parse(rule).steps().stream().noneMatch(Step.Vague.class::isInstance);
    }

    /** The body that is to be established. */
    record Body(
            String name,
            String type,
            List<String> functions,
            @Nullable Composition composition) {

        Body {
            requireNonNull(name, "a body has a name");
            requireNonNull(type, "a body has a type");
            functions = List.copyOf(functions);
        }
    }
}
