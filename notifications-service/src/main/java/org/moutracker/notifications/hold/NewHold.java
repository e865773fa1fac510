package org.moutracker.notifications.hold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.Channel;
import org.moutracker.platform.problem.InvalidRequest;

/** What is to be held, and why. */
@Schema(name = "NewHold")
record NewHold(
        @NotNull @Schema(required = true) HoldScope scope,

        @Schema(
                nullable = true,
                description = "Which agreement; for this scope alone. It need not be known here yet.",
                examples = "01995778-5a00-7000-8000-00000000a001")
        @Nullable
        UUID agreementId,

        @Schema(nullable = true) @Nullable Channel channel,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "The date of 17 October is being checked.")
        String reason) {

    /** What a scope needs is said, and nothing else. */
    void check() {
        check("agreementId", agreementId != null, scope == HoldScope.AGREEMENT);
        check("channel", channel != null, scope == HoldScope.CHANNEL);
    }

    private void check(String field, boolean given, boolean wanted) {
        if (given != wanted) {
            throw new InvalidRequest(
                    field, "must %s when the scope is %s".formatted(wanted ? "be given" : "be left out", scope));
        }
    }
}
