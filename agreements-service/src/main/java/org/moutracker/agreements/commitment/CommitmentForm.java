package org.moutracker.agreements.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Periods;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.Rule;

/** A commitment as a caller describes it. */
@Schema(description = "What was promised, by whom, to whom, and until when.")
public record CommitmentForm(
        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
        @Schema(description = "Unique within the agreement", examples = "C-01")
        String code,

        @NotBlank @Size(max = 500) String title,
        @NotNull CommitmentKind kind,
        @NotNull Basis basis,

        @Size(max = 4000) @Schema(nullable = true, description = "The words it rests on, or where they stand") @Nullable
        String clause,

        @NotNull CommitmentMode mode,

        @Size(max = 20) @Schema(description = "Codes of the parties that owe it; all when JOINT")
        List<@NotNull String> obligors,

        @Size(max = 20) @Schema(description = "Codes of the parties it is owed to; all when JOINT")
        List<@NotNull String> beneficiaries,

        @Valid @Schema(nullable = true, description = "For ESTABLISH_BODY: which body") @Nullable
        Body body,

        @Schema(ref = "#/components/schemas/TimeRule") @Nullable
        Map<String, Object> rule,

        @Schema(nullable = true) @Valid @Nullable Recurrence recurrence,

        @Size(max = 20)
        @Schema(
                description = "Legal events of the agreement after which it need not be kept",
                examples = "[\"RENEWED\"]")
        List<@NotNull LegalEventType> unless,

        @Size(max = 100)
        @Schema(
                description = "Names of the agreement's areas that it belongs to; none for the whole",
                examples = "[\"Ophthalmology\"]")
        List<@NotNull String> areas,

        @Schema(nullable = true) @Valid @Nullable Target target,

        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 4)
        @Schema(description = "How much it counts beside the other commitments", defaultValue = "1", examples = "2")
        BigDecimal weight,

        @Size(max = 50)
        @Schema(
                description = "Codes of commitments of this agreement that must be kept before this one can be",
                examples = "[\"C-01\"]")
        List<@NotNull String> dependsOn,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                implementation = String.class,
                nullable = true,
                description =
                        "Where it was agreed: for how long a side that was told that it is reported fulfilled must be silent "
                                + "to confirm by it; silence says nothing unless told",
                examples = "P30D")
        @Nullable
        Period confirmationBySilence) {

    private static final String STRANGER = "is not the code of a party of this agreement";

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public CommitmentForm {
        obligors = obligors == null ? List.of() : obligors;
        beneficiaries = beneficiaries == null ? List.of() : beneficiaries;
        unless = unless == null ? List.of() : unless;
        areas = areas == null ? List.of() : areas;
        weight = weight == null ? BigDecimal.ONE : Numbers.plain(weight);
        dependsOn = dependsOn == null ? List.of() : dependsOn;
    }

    /** Lists what is wrong beyond single fields, each field below {@code path}. */
    public List<Violation> violations(String path, Set<String> parties, Set<String> known) {
        var violations = new ArrayList<Violation>();
        if ((kind == CommitmentKind.ESTABLISH_BODY) != (body != null)) {
            violations.add(new Violation(
                    path + ".body",
                    "is given for kind ESTABLISH_BODY and for no other: which body is to be established"));
        }
        if (mode == CommitmentMode.DIRECTIONAL && (obligors.isEmpty() || beneficiaries.isEmpty())) {
            violations.add(new Violation(
                    path + (obligors.isEmpty() ? ".obligors" : ".beneficiaries"),
                    "must name a party, since the mode is DIRECTIONAL"));
        }
        strangers(path + ".obligors", obligors, parties, STRANGER, violations);
        strangers(path + ".beneficiaries", beneficiaries, parties, STRANGER, violations);
        strangers(path + ".areas", areas, known, "is not an area of this agreement", violations);
        checkRecurrence(path, violations);
        Periods.check(path + ".confirmationBySilence", confirmationBySilence, violations);
        if (target != null) {
            target.check(path + ".target", violations);
        }
        if (rule != null) {
            try {
                Rule.parse(rule);
            } catch (InvalidRule e) {
                e.violations().forEach(v -> violations.add(new Violation(path + ".rule." + v.field(), v.message())));
            }
        }
        return violations;
    }

    private void checkRecurrence(String path, List<Violation> violations) {
        if (unless.contains(LegalEventType.CORRECTED)) {
            violations.add(new Violation(
                    path + ".unless", "must name what can happen to the agreement; CORRECTED is no such"));
        }
        if (recurrence == null) {
            return;
        }
        recurrence.check(path + ".recurrence", violations);
        if (rule == null) {
            violations.add(new Violation(path + ".recurrence", "needs a rule, which says when the first time is"));
        }
    }

    private static void strangers(
            String path, List<String> names, Set<String> known, String message, List<Violation> violations) {
        for (var i = 0; i < names.size(); i++) {
            if (!known.contains(names.get(i))) {
                violations.add(new Violation(path + "[" + i + "]", message));
            }
        }
    }
}
