package org.moutracker.notifications.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deadline of which nobody at all can be told. */
@Schema(name = "UnreachablePlan", description = "A deadline of which nobody at all can be told.")
record UnreachableView(
        @Schema(required = true) UUID deadlineId,

        @Schema(required = true, examples = "Establish the joint working group")
        String title,

        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, nullable = true) @Nullable UUID workingGroupId,

        @Schema(
                required = true,
                nullable = true,
                description = "The last day; null when it has just lost it.",
                examples = "2025-10-17")
        @Nullable
        LocalDate lastDay,

        @Schema(
                required = true,
                description = "The next step that nobody hears; the last one when none is left.",
                examples = "T-14")
        String step,

        @Schema(required = true, description = "When it comes, or came.")
        Instant at,

        @Schema(required = true, description = "Why; empty when no party has to act.")
        List<AlertPlanView.NotTold> notTold) {

    static UnreachableView of(UntoldPlans.Row row, Outlook outlook) {
        var deadline = outlook.situation().deadline();
        return new UnreachableView(
                row.deadlineId(),
                deadline.title(),
                deadline.agreementId(),
                deadline.workingGroupId(),
                deadline.lastDay(),
                row.step().toString(),
                row.at(),
                AlertPlanView.notTold(outlook));
    }

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "UnreachablePlanPage", description = "One page of deadlines of which nobody can be told.")
    record Page(
            @Schema(required = true) List<UnreachableView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
