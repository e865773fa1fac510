package org.moutracker.workinggroups.deadline;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** A deadline as a caller describes it. */
@Schema(
        name = "NewDeadline",
        description = "A deadline that does not follow by itself from an agreement, a commitment or a group.")
record EntryForm(
        @Schema(description = "The agreement; may be left out when a group is named.", nullable = true) @Nullable
        UUID agreementId,

        @Schema(description = "The group that sees to it.", nullable = true) @Nullable
        UUID workingGroupId,

        @NotNull
        @Schema(
                required = true,
                description =
                        "NOMINATION, MEETING, MINUTES, REPORT, ACTION, DECISION or DELIVERY; the others come by themselves.",
                examples = "ACTION")
        DeadlineKind kind,

        @NotBlank @Size(max = 500) @Schema(required = true, examples = "Send the list of trainees")
        String title,

        @NotNull @Schema(ref = "#/components/schemas/TimeRule", required = true)
        Map<String, Object> rule,

        @Schema(nullable = true) @Nullable Recurrence recurrence,

        @Size(max = 20)
        @Schema(
                description = "Legal events after which it need not be kept.",
                examples = "[\"TERMINATION_NOTICE_GIVEN\"]",
                nullable = true)
        @Nullable
        List<@NotNull String> unless,

        @Size(max = 20)
        @Schema(
                description = "Codes of the parties that have to see to it; all of them unless told.",
                examples = "[\"PK\"]",
                nullable = true)
        @Nullable
        List<@NotNull String> responsible,

        @Schema(
                description = "The side to which it is internal: nobody else sees it or hears of it.",
                examples = "PK",
                nullable = true)
        @Nullable
        String internalTo,

        @Schema(
                description = "What it rests on: INSTRUMENT_CLAUSE, ANNEX, GROUP_DECISION or OFFICIAL_STATEMENT.",
                examples = "GROUP_DECISION",
                nullable = true)
        @Nullable
        String basis,

        @Size(max = 4000)
        @Schema(description = "The words that it rests on, or where they stand.", nullable = true)
        @Nullable
        String clause) {

    private static final Set<String> BASES =
            Set.of("INSTRUMENT_CLAUSE", "ANNEX", "GROUP_DECISION", "OFFICIAL_STATEMENT");

    // The legal events of an agreement's ledger, as agreements-service names them.
    private static final Set<String> LEGAL_EVENTS = Set.of(
            "SIGNED",
            "NOTIFICATION_SENT",
            "NOTIFICATION_RECEIVED",
            "RATIFICATION_EXCHANGED",
            "PROVISIONALLY_APPLIED",
            "ENTERED_INTO_FORCE",
            "PUBLISHED",
            "OPERATION_STARTED",
            "AMENDED",
            "RENEWED",
            "RENEWAL_OBJECTED",
            "SUSPENDED",
            "RESUMED",
            "TERMINATION_NOTICE_GIVEN",
            "TERMINATION_NOTICE_WITHDRAWN",
            "TERMINATED",
            "EXPIRED",
            "SUPERSEDED",
            "ABANDONED",
            "STATEMENT_MADE");

    /** The deadline, if it goes with what is recorded. */
    Entry checked(Circumstances.Recorded recorded) {
        var wrong = new ArrayList<Violation>();
        if (!kind.isEntered()) {
            wrong.add(new Violation("kind", "%s comes by itself and is not entered".formatted(kind)));
        }
        if (basis != null && !BASES.contains(basis)) {
            wrong.add(new Violation(
                    "basis",
                    "must be one of "
                            + String.join(", ", BASES.stream().sorted().toList())));
        }
        var events = requireNonNullElse(unless, List.<String>of());
        for (var i = 0; i < events.size(); i++) {
            if (!LEGAL_EVENTS.contains(events.get(i))) {
                wrong.add(new Violation("unless[" + i + "]", "is not a legal event"));
            }
        }
        var internal = parties(recorded, wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        return new Entry(
                kind,
                title.strip(),
                recorded.agreementId(),
                recorded.workingGroupId(),
                RuleReading.rule("rule", rule).withDefaultClock(recorded.zones()),
                recurrence,
                List.copyOf(events),
                new Origin(null, basis, clause),
                responsible(recorded, internal),
                internalTo,
                internal);
    }

    /** The parties of the side that it is internal to. */
    private List<String> parties(Circumstances.Recorded recorded, List<Violation> wrong) {
        var named = requireNonNullElse(responsible, List.<String>of());
        for (var i = 0; i < named.size(); i++) {
            var side = recorded.sides().get(named.get(i));
            if (side == null) {
                wrong.add(new Violation("responsible[" + i + "]", "is not a party of the agreement"));
            } else if (internalTo != null && !side.equals(internalTo)) {
                wrong.add(new Violation("responsible[" + i + "]", "does not stand on the side " + internalTo));
            }
        }
        if (internalTo == null) {
            return List.of();
        }
        var own = recorded.sides().entrySet().stream()
                .filter(party -> party.getValue().equals(internalTo))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (own.isEmpty()) {
            wrong.add(new Violation("internalTo", "is not a side of the agreement"));
        }
        return own;
    }

    private List<Responsible> responsible(Circumstances.Recorded recorded, List<String> internal) {
        var all =
                internal.isEmpty() ? recorded.sides().keySet().stream().sorted().toList() : internal;
        return (responsible == null || responsible.isEmpty() ? all : responsible)
                .stream().map(Responsible::new).toList();
    }
}
