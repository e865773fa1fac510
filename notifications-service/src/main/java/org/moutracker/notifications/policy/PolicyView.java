package org.moutracker.notifications.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy as it is shown, and how far its last change has come. */
@Schema(name = "AlertPolicy", description = "By which steps whom some deadlines are told of.")
record PolicyView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Bodies are established in time")
        String name,

        @Schema(required = true) ScopeView scope,
        @Schema(required = true) List<PolicyStep> steps,
        @Schema(required = true, nullable = true) @Nullable Repeat repeat,
        @Schema(required = true) Quorum quorum,
        @Schema(required = true, examples = "7") int acknowledgementDays,
        @Schema(required = true) boolean otherSideInLastStep,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant changedAt,
        @Schema(required = true) RollOutView rollOut,
        @JsonIgnore @Schema(hidden = true) long version) {

    /** For which deadlines it is. */
    @Schema(name = "AlertPolicyScope", description = "For which deadlines it is; the most special of several holds.")
    record ScopeView(
            @Schema(required = true) ScopeType type,

            @Schema(required = true, nullable = true) @Nullable
            String kind,

            @Schema(required = true, nullable = true) @Nullable
            UUID agreementId,

            @Schema(required = true, nullable = true) @Nullable
            UUID workingGroupId,

            @Schema(required = true, nullable = true) @Nullable
            UUID deadlineId) {

        static ScopeView of(Scope scope) {
            return new ScopeView(
                    scope.type(),
                    scope.kind(),
                    scope.type() == ScopeType.AGREEMENT ? scope.id() : null,
                    scope.type() == ScopeType.GROUP ? scope.id() : null,
                    scope.type() == ScopeType.DEADLINE ? scope.id() : null);
        }
    }

    /** How far the last change of its steps has come. */
    @Schema(
            name = "PolicyRollOut",
            description =
                    "How far the last change has come among the deadlines that it may concern; by real time, also "
                            + "under a simulated clock.")
    record RollOutView(
            @Schema(required = true, description = "Deadlines that were looked at.", examples = "12000")
            long lookedAt,

            @Schema(required = true, description = "Plans that were made anew, with a higher number.", examples = "317")
            long changed,

            @Schema(required = true) Instant begunAt,

            @Schema(required = true, nullable = true, description = "Null while it goes on.") @Nullable
            Instant finishedAt) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "AlertPolicyPage", description = "One page of policies.")
    record Page(
            @Schema(required = true) List<PolicyView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}

    static PolicyView of(Policy policy, RollOutView rollOut) {
        var terms = policy.terms();
        return new PolicyView(
                policy.id(),
                policy.name(),
                ScopeView.of(policy.scope()),
                terms.steps(),
                terms.repeat(),
                terms.quorum(),
                terms.acknowledgementDays(),
                terms.otherSideInLastStep(),
                policy.createdAt(),
                policy.changedAt(),
                rollOut,
                policy.version());
    }
}
