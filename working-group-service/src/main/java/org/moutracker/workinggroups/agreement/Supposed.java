package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Facts;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.RuleReading;
import org.moutracker.workinggroups.deadline.Suspension;

/** What is supposed of an agreement: a corrected date, an amendment, a suspension, or several of them at once. */
@Schema(name = "Supposition", description = "What is supposed of an agreement; what is not named is as it is recorded.")
record Supposed(
        @NotNull @Schema(required = true) UUID agreementId,

        @Size(max = 50)
        @Schema(
                description = "Days by anchor event that are supposed to be otherwise; null for one that is not known.",
                examples = "{\"SIGNATURE\": \"2025-09-20\"}",
                nullable = true)
        @Nullable
        Map<String, @Nullable Object> facts,

        @Valid @Schema(nullable = true) @Nullable SupposedSuspension suspension,

        @Size(max = 200)
        @Schema(description = "Commitments whose time rule would be another.", nullable = true)
        @Nullable
        List<@NotNull @Valid SupposedRule> commitments,

        @Size(max = 50)
        @Schema(description = "Times of the agreement itself that would follow another rule.", nullable = true)
        @Nullable
        List<@NotNull @Valid SupposedTime> times) {

    /** A suspension that is thought of. */
    @Schema(name = "SupposedSuspension", description = "A suspension of the agreement, or of some of its areas.")
    record SupposedSuspension(
            @NotNull @Schema(required = true, examples = "2026-01-10")
            LocalDate since,

            @Schema(description = "From when it counts again; null while nobody knows.", nullable = true) @Nullable
            LocalDate until,

            @Size(max = 100)
            @Schema(description = "The areas; none for the whole agreement.", nullable = true)
            @Nullable
            List<@NotNull String> areas) {}

    /** Another rule for a commitment. */
    @Schema(name = "SupposedRule")
    record SupposedRule(
            @NotNull @Schema(required = true, examples = "C-01")
            String code,

            @NotNull @Schema(ref = "#/components/schemas/TimeRule", required = true)
            Map<String, Object> rule) {}

    /** Another rule for a time of the agreement itself. */
    @Schema(name = "SupposedTime")
    record SupposedTime(
            @NotNull @Schema(required = true, examples = "EXPIRY")
            DeadlineKind kind,

            @Schema(description = "Which term it belongs to; the first unless told.", examples = "0", nullable = true)
            @Nullable
            Integer occurrence,

            @NotNull @Schema(ref = "#/components/schemas/TimeRule", required = true)
            Map<String, Object> rule) {}

    /** The agreement as it is supposed to be. */
    KnownAgreement of(KnownAgreement recorded) {
        return new KnownAgreement(
                recorded.id(),
                recorded.reference(),
                recorded.title(),
                recorded.parties(),
                facts(recorded),
                recorded.happened(),
                suspensions(recorded),
                times(recorded),
                recorded.importedAt());
    }

    private Map<String, String> facts(KnownAgreement recorded) {
        if (facts == null) {
            return recorded.facts();
        }
        var _ = RuleReading.under("", () -> Facts.parse(facts, null));
        var all = new HashMap<>(recorded.facts());
        facts.forEach((event, day) -> {
            if (day == null) {
                all.remove(event);
            } else {
                all.put(event, day.toString());
            }
        });
        return all;
    }

    private List<Suspension> suspensions(KnownAgreement recorded) {
        if (suspension == null) {
            return recorded.suspensions();
        }
        var until = suspension.until();
        if (until != null && !until.isAfter(suspension.since())) {
            throw new InvalidRequest("suspension.until", "must be after suspension.since");
        }
        var all = new ArrayList<>(recorded.suspensions());
        all.add(new Suspension(suspension.since(), until, requireNonNullElse(suspension.areas(), List.of())));
        return all;
    }

    private List<AgreedTime> times(KnownAgreement recorded) {
        var all = new ArrayList<>(recorded.times());
        var supposed = requireNonNullElse(times, List.<SupposedTime>of());
        for (var i = 0; i < supposed.size(); i++) {
            var time = supposed.get(i);
            var _ = RuleReading.rule("times[" + i + "].rule", time.rule());
            var occurrence = requireNonNullElse(time.occurrence(), 0);
            var at = at(all, time.kind().name(), occurrence);
            if (at < 0) {
                throw new InvalidRequest("times[" + i + "]", "is not a time of the agreement");
            }
            all.set(at, all.get(at).following(time.rule()));
        }
        return all;
    }

    private static int at(List<AgreedTime> times, String kind, int occurrence) {
        for (var i = 0; i < times.size(); i++) {
            if (times.get(i).kind().equals(kind) && times.get(i).occurrence() == occurrence) {
                return i;
            }
        }
        return -1;
    }

    /** Its commitments as they are supposed to be. */
    List<CommitmentState> of(List<CommitmentState> recorded) {
        var all = new ArrayList<>(recorded);
        var supposed = requireNonNullElse(commitments, List.<SupposedRule>of());
        for (var i = 0; i < supposed.size(); i++) {
            var field = "commitments[" + i + "]";
            var rule = supposed.get(i).rule();
            var _ = RuleReading.rule(field + ".rule", rule);
            var code = supposed.get(i).code();
            var known = all.stream()
                    .filter(commitment -> commitment.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest(field + ".code", "is not a commitment of the agreement"));
            all.set(all.indexOf(known), known.following(rule));
        }
        return all;
    }
}
