package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.PartialDate;

/** Something that happened to an agreement, as a caller records it. */
@Schema(
        description =
                "Something that happened to the agreement. SIGNED comes with a signature and ENTERED_INTO_FORCE by "
                        + "itself; neither is recorded here.")
public record LegalEventForm(
        @NotNull LegalEventType type,
        @NotNull PartialDate occurredOn,

        @Schema(description = "When it takes effect, if not on the day it occurred", nullable = true) @Nullable
        PartialDate effectiveOn,

        @Schema(description = "Code of the party that acted", nullable = true) @Nullable
        String party,

        @Schema(nullable = true) @Size(max = 1000) @Nullable String note) {

    List<Violation> violations(String path, Set<String> parties) {
        var violations = new ArrayList<Violation>();
        if (!type.isRecordable()) {
            violations.add(new Violation(
                    path + "type",
                    type == LegalEventType.SIGNED ? "comes with a signature" : "is recorded by the system"));
        }
        if (party != null && !parties.contains(party)) {
            violations.add(new Violation(path + "party", "is not the code of a party of this agreement"));
        }
        return violations;
    }
}
