package org.moutracker.notifications.nocontact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mark as it is shown, with who made it and why. */
@Schema(name = "NoContact", description = "Somebody who must not be told anything, or must not have been.")
record NoContactView(
        @Schema(required = true) UUID id,

        @Schema(required = true, nullable = true, description = "Null when it is about an organization.") @Nullable
        UUID agreementId,

        @Schema(required = true, nullable = true, examples = "PS") @Nullable
        String side,

        @Schema(required = true, nullable = true, description = "Null when it is about a side of an agreement.")
        @Nullable
        UUID organizationId,

        @Schema(required = true) Instant since,

        @Schema(required = true, nullable = true, description = "Null while it stands.") @Nullable
        Instant liftedAt,

        @Schema(required = true, description = "Who did what when and why, oldest first.")
        List<Step> history,

        @JsonIgnore @Schema(hidden = true) long version) {

    /** That it was marked or lifted. */
    @Schema(name = "NoContactStep", description = "That it was marked or lifted.")
    record Step(
            @Schema(required = true) Instant at,
            @Schema(required = true) What what,

            @Schema(required = true, description = "Who did it.", examples = "b-ahmed")
            String by,

            @Schema(required = true, examples = "Note verbale 31/2025: all correspondence through the embassy")
            String reason) {}

    /** What was done. */
    @Schema(name = "NoContactStepKind")
    enum What {
        MARKED,
        LIFTED
    }

    static NoContactView of(Mark mark, List<Step> history) {
        return new NoContactView(
                mark.id(),
                mark.agreementId(),
                mark.side(),
                mark.organizationId(),
                mark.since(),
                mark.liftedAt(),
                history,
                mark.version());
    }

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "NoContactPage", description = "One page of marks.")
    record Page(
            @Schema(required = true) List<NoContactView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
