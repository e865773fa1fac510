package org.moutracker.notifications.nocontact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** Who must not be told anything: a side of an agreement, or an organization. */
@Schema(
        name = "NewNoContact",
        description = "Who must not be told anything: a side of an agreement, or an organization.")
record NoContactForm(
        @Schema(
                nullable = true,
                description = "The agreement; with a side.",
                examples = "01995778-5a00-7000-8000-00000000a001")
        @Nullable
        UUID agreementId,

        @Size(max = 40) @Schema(nullable = true, description = "A side of that agreement.", examples = "PS") @Nullable
        String side,

        @Schema(
                nullable = true,
                description = "Instead of these, an organization in all its agreements.",
                examples = "01995778-5a00-7000-8000-000000000102")
        @Nullable
        UUID organizationId,

        @NotBlank
        @Size(max = 1000)
        @Schema(
                required = true,
                description = "Why; shown to those who keep the register alone.",
                examples = "Note verbale 31/2025: all correspondence through the embassy")
        String reason) {

    /** Refuses what is about nobody, or about several. */
    void requireOneScope() {
        if (organizationId != null && (agreementId != null || side != null)) {
            throw new InvalidRequest("organizationId", "must not be given together with agreementId and side");
        }
        if (organizationId == null && agreementId == null) {
            throw new InvalidRequest("agreementId", "must be given, or organizationId instead");
        }
        if (organizationId == null && (side == null || side.isBlank())) {
            throw new InvalidRequest("side", "must be given with agreementId");
        }
    }
}
