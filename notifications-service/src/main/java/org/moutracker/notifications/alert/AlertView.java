package org.moutracker.notifications.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.delivery.DeliveryView;
import org.moutracker.notifications.mail.ReasonLink;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.workinggroup.Role;

/** An alert as it is shown: whom it told of what and why, and what became of it. */
@Schema(name = "Alert", description = "Somebody was told of a deadline, or is about to be.")
record AlertView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID deadlineId,
        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, nullable = true) @Nullable UUID workingGroupId,

        @Schema(
                required = true,
                description = "The plan that it belongs to; it rises when the deadline is moved.",
                examples = "1")
        int planNo,

        @Schema(
                required = true,
                nullable = true,
                description = "Days from the last day; null when the date has moved or is over, which is no step.",
                examples = "T-14")
        @Nullable
        String step,

        @Schema(required = true) Level level,
        @Schema(required = true) AlertStatus state,

        @Schema(required = true, nullable = true, description = "Null while it has not ended.") @Nullable
        EndedBecause endedBecause,

        @Schema(
                required = true,
                description = "When the step came: nine in the recipient's morning, on an open day. When a date has "
                        + "moved, the same as firedAt.")
        Instant fireAt,

        @Schema(required = true) Instant firedAt,

        @Schema(required = true, nullable = true, description = "Null while it has not ended.") @Nullable
        Instant endedAt,

        @Schema(
                required = true,
                nullable = true,
                description = "Until when it is acknowledged or snoozed; null when it is neither.")
        @Nullable
        Instant until,

        @Schema(required = true) RecipientView recipient,

        @Schema(
                required = true,
                description =
                        "One for each channel, and one more each time it was to be heard again; empty while nobody knows how to reach the recipient. Dates that moved "
                                + "within minutes are told by one message, which is shown with each of them.")
        List<DeliveryView> deliveries,

        @Schema(
                required = true,
                description =
                        "Why the day is what it was when this fired: event → basis → rule → calendar → date. Empty "
                                + "when the date has moved or is over.")
        List<ReasonLink> reason,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "The rule by which the day was found, as working-group-service keeps it (its schema TimeRule). With "
                                + "the day of the event, which is the first link of the reason, and the calendars that the rule "
                                + "names, everybody finds the same day: `POST /api/v1/deadline-previews` there does. Null when "
                                + "the date has moved, or nobody told the rule.")
        @Nullable
        Map<String, Object> rule,

        @Schema(required = true, nullable = true) @Nullable MoveView moved,
        @JsonIgnore @Schema(hidden = true) int version) {

    /** From which day to which a deadline has moved, or that nothing is due any more, and why. */
    @Schema(
            name = "MovedDate",
            description = "What was told of a move or of the end: from which day to which, and why. Null for a step.")
    record MoveView(
            @Schema(
                    required = true,
                    nullable = true,
                    description = "The day that the recipient was told before; null when none was known.",
                    examples = "2025-10-17")
            @Nullable
            LocalDate from,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The day since; null when none is known any more, or nothing is due.",
                    examples = "2025-10-31")
            @Nullable
            LocalDate to,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "As what the deadline has ended, or is suspended; null while something is due.",
                    examples = "CANCELLED")
            @Nullable
            DeadlineStatus over,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Why, in the words of the event that told the last move; null when it was missed.",
                    examples = "extended: both sides agreed by exchange of notes")
            @Nullable
            String cause) {}

    /** Whom an alert told, without how he is reached. */
    @Schema(name = "AlertRecipient", description = "Whom an alert told. How he is reached is not shown.")
    record RecipientView(
            @Schema(required = true) UUID id,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null when it is not known (yet), or was erased.",
                    examples = "Ayesha Khan")
            @Nullable
            String name,

            @Schema(required = true, examples = "PK") String party,
            @Schema(required = true) Role role) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "AlertPage", description = "One page of alerts.")
    record Page(
            @Schema(required = true) List<AlertView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
