package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Periods;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.PartialDate;

/** Something that happened to an agreement, as a caller records it. */
@Schema(
        description =
                "Something that happened to the agreement. SIGNED comes with a signature, CORRECTED with a correction; "
                        + "ENTERED_INTO_FORCE, EXPIRED, a tacit RENEWED and TERMINATED after a notice come by themselves.")
public record LegalEventForm(
        @NotNull LegalEventType type,

        @NotNull @Schema(description = "When it happened: a full day for whatever the status follows from")
        PartialDate occurredOn,

        @Schema(
                description =
                        "When it takes effect, if not on the day it occurred; of a notice of termination the day of the "
                                + "termination, after the agreed period unless told",
                nullable = true)
        @Nullable
        PartialDate effectiveOn,

        @Schema(
                description = "Code of the party that acted; of NOTIFICATION_RECEIVED the one whose notification it is",
                nullable = true)
        @Nullable
        String party,

        @Size(max = 100)
        @Schema(description = "Of SUSPENDED and RESUMED: names of areas; the whole agreement when none is named")
        List<@NotNull String> areas,

        @Schema(
                implementation = String.class,
                nullable = true,
                description =
                        "Of RENEWED: for how long; as agreed for tacit renewals, or as the first term, unless told",
                examples = "P2Y")
        @Nullable
        Period period,

        @Schema(nullable = true) @Size(max = 1000) @Nullable String note) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public LegalEventForm {
        areas = areas == null ? List.of() : areas;
    }

    List<Violation> violations(String path, Set<String> parties, Set<String> knownAreas) {
        var violations = new ArrayList<Violation>();
        if (!type.isRecordable()) {
            violations.add(new Violation(path + "type", whoseRecord()));
        }
        check(path, type, party, occurredOn, effectiveOn, parties, violations);
        checkAreas(path, type, areas, knownAreas, violations);
        checkPeriod(path, type, period, violations);
        return violations;
    }

    private String whoseRecord() {
        if (type == LegalEventType.SIGNED) {
            return "comes with a signature";
        }
        return type == LegalEventType.CORRECTED
                ? "comes with a correction of another line"
                : "is recorded by the system";
    }

    static void check(
            String path,
            LegalEventType type,
            @Nullable String party,
            @Nullable PartialDate occurredOn,
            @Nullable PartialDate effectiveOn,
            Set<String> parties,
            List<Violation> violations) {
        if (party != null && !parties.contains(party)) {
            violations.add(new Violation(path + "party", "is not the code of a party of this agreement"));
        }
        if (party == null && type.isOfOneParty()) {
            violations.add(new Violation(path + "party", "must be given: whose act it is"));
        }
        if (type.isMoving()) {
            if (occurredOn == null || occurredOn.day().isEmpty()) {
                violations.add(new Violation(path + "occurredOn", "must be a full day: the status follows from it"));
            }
            if (effectiveOn != null && effectiveOn.day().isEmpty()) {
                violations.add(new Violation(path + "effectiveOn", "must be a full day: the status follows from it"));
            }
        }
    }

    static void checkAreas(
            String path, LegalEventType type, List<String> areas, Set<String> known, List<Violation> violations) {
        if (!areas.isEmpty() && type != LegalEventType.SUSPENDED && type != LegalEventType.RESUMED) {
            violations.add(new Violation(path + "areas", "are named for SUSPENDED and RESUMED and for no other"));
            return;
        }
        for (var i = 0; i < areas.size(); i++) {
            if (!known.contains(areas.get(i))) {
                violations.add(new Violation(path + "areas[" + i + "]", "is not an area of this agreement"));
            }
        }
    }

    static void checkPeriod(String path, LegalEventType type, @Nullable Period period, List<Violation> violations) {
        if (period != null && type != LegalEventType.RENEWED) {
            violations.add(new Violation(path + "period", "is given for RENEWED and for no other"));
        } else {
            Periods.check(path + "period", period, violations);
        }
    }
}
