package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.Recurrence;
import org.moutracker.workinggroups.workinggroup.Composition;

/** What working groups need to hear about commitments, and no more. */
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
        @Nullable Integer amendment) {

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
                amendment);
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
