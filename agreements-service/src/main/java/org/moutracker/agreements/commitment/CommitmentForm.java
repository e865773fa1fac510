package org.moutracker.agreements.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
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
        Map<String, Object> rule) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public CommitmentForm {
        obligors = obligors == null ? List.of() : obligors;
        beneficiaries = beneficiaries == null ? List.of() : beneficiaries;
    }

    /** Lists what is wrong beyond single fields, each field below {@code path}. */
    public List<Violation> violations(String path, Set<String> parties) {
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
        strangers(path + ".obligors", obligors, parties, violations);
        strangers(path + ".beneficiaries", beneficiaries, parties, violations);
        if (rule != null) {
            try {
                Rule.parse(rule);
            } catch (InvalidRule e) {
                e.violations().forEach(v -> violations.add(new Violation(path + ".rule." + v.field(), v.message())));
            }
        }
        return violations;
    }

    private static void strangers(String path, List<String> codes, Set<String> parties, List<Violation> violations) {
        for (var i = 0; i < codes.size(); i++) {
            if (!parties.contains(codes.get(i))) {
                violations.add(new Violation(path + "[" + i + "]", "is not the code of a party of this agreement"));
            }
        }
    }
}
