package org.moutracker.notifications.policy;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** For which deadlines a policy is to be. */
@Schema(name = "PolicyScope", description = "For which deadlines a policy is: exactly one of these.")
record ScopeForm(
        @Schema(nullable = true, description = "All deadlines of a kind.", examples = "ESTABLISHMENT") @Nullable
        Kind kind,

        @Schema(
                nullable = true,
                description = "All deadlines of an agreement, without those that only watch for silence.",
                examples = "01995778-5a00-7000-8000-00000000a001")
        @Nullable
        UUID agreementId,

        @Schema(
                nullable = true,
                description = "All deadlines of a group, without those that only watch for silence.",
                examples = "01995778-5a80-7000-8000-00000000e001")
        @Nullable
        UUID workingGroupId,

        @Schema(nullable = true, description = "One deadline.", examples = "01995778-5a80-7000-8000-00000000d001")
        @Nullable
        UUID deadlineId) {

    Scope scope() {
        if (Stream.of(kind, agreementId, workingGroupId, deadlineId)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new InvalidRequest("scope", "must name one kind, agreement, group or deadline, and no more");
        }
        if (kind != null) {
            return new Scope(ScopeType.KIND, null, kind.name());
        }
        if (agreementId != null) {
            return new Scope(ScopeType.AGREEMENT, agreementId, null);
        }
        return workingGroupId != null
                ? new Scope(ScopeType.GROUP, workingGroupId, null)
                : new Scope(ScopeType.DEADLINE, deadlineId, null);
    }
}
