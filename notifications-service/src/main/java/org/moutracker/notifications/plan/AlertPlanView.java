package org.moutracker.notifications.plan;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.policy.Quorum;
import org.moutracker.notifications.policy.ScopeType;
import org.moutracker.notifications.recipient.Recipient;

/** What will be sent to whom, and who will not be told and why. */
@Schema(description = "What is still to come for a deadline if nothing changes.")
record AlertPlanView(
        @Schema(required = true) UUID deadlineId,

        @Schema(
                required = true,
                description =
                        "Rises when the deadline is moved, runs again or goes by another policy; 0 while it never had a date.",
                examples = "1")
        int planNo,

        @Schema(required = true, description = "Whether alerts are still to be expected: not so once it is met.")
        boolean active,

        @Schema(required = true, description = "By time, earliest first.")
        List<PlannedStep> steps,

        @Schema(required = true, description = "Who would have to be told and cannot be.")
        List<NotTold> notTold,

        @Schema(required = true) PolicyHeld policy,

        @Schema(required = true, description = "Who sees to it, until when; oldest first.")
        List<AcknowledgedBy> acknowledged,

        @Schema(required = true, description = "Who wants to hear of it later, and when.")
        List<SnoozedBy> snoozed) {

    /** The policy by which the plan was made. */
    @Schema(description = "The policy by which the plan was made, as it was then.")
    record PolicyHeld(
            @Schema(required = true, nullable = true, description = "Null for the built-in ladder.") @Nullable
            UUID id,

            @Schema(required = true, description = "For what it is; DEFAULT for the built-in ladder.")
            ScopeType scope,

            @Schema(required = true) Quorum quorum,

            @Schema(required = true, examples = "7") int acknowledgementDays) {

        static PolicyHeld of(Plan plan) {
            var held = plan.policy();
            return new PolicyHeld(
                    held == null ? null : held.policyId(),
                    held == null ? ScopeType.DEFAULT : held.scope(),
                    plan.quorum(),
                    plan.acknowledgementDays());
        }
    }

    /** Somebody who knows. */
    @Schema(description = "Somebody who has acknowledged, himself or by another on his behalf.")
    record AcknowledgedBy(
            @Schema(required = true) UUID alertId,

            @Schema(required = true, examples = "T-14") String step,

            @Schema(required = true) PlannedRecipient recipient,

            @Schema(required = true, description = "Who said so: the recipient, or somebody on his behalf.")
            UUID by,

            @Schema(required = true, nullable = true) @Nullable
            String note,

            @Schema(required = true) Instant at,

            @Schema(required = true) Instant until) {}

    /** Somebody who wants to hear of it later. */
    @Schema(description = "Somebody who wants to hear of it later.")
    record SnoozedBy(
            @Schema(required = true) PlannedRecipient recipient,

            @Schema(required = true) Instant until) {}

    /** A step at one moment, and whom it reaches. */
    @Schema(
            description =
                    "A step of the ladder at one moment; a step has several when its readers live by other clocks.")
    record PlannedStep(
            @Schema(required = true, examples = "T-14") String step,

            @Schema(required = true) Instant fireAt,

            @Schema(required = true, description = "Who is told; empty while a side has nobody.")
            List<PlannedRecipient> recipients) {}

    /** A person, or a side as a whole. */
    @Schema(description = "A person, or a side that has nobody to be told.")
    record PlannedRecipient(
            @Schema(required = true, nullable = true, description = "The person; null for a side as a whole.") @Nullable
            UUID id,

            @Schema(required = true, nullable = true, description = "Null while it is not known.") @Nullable
            String name,

            @Schema(required = true, examples = "PK") String party) {}

    /** Somebody who is responsible and cannot be told. */
    @Schema(description = "Somebody who is responsible and cannot be told.")
    record NotTold(
            @Schema(required = true) PlannedRecipient recipient,

            @Schema(required = true, examples = "no member of this side has been nominated")
            String because) {}

    /** A step at its time, by which steps of several readers are brought together. */
    private record Moment(Instant at, Step step) {}

    static AlertPlanView of(Outlook outlook, Instant now) {
        var plan = outlook.situation().plan();
        return new AlertPlanView(
                plan.deadlineId(),
                plan.number(),
                plan.active(),
                steps(outlook, now),
                plan.active() ? notTold(outlook) : List.of(),
                PolicyHeld.of(plan),
                outlook.silence().acknowledged().stream()
                        .map(one -> new AcknowledgedBy(
                                one.alertId(),
                                one.step().toString(),
                                recipient(outlook, one.recipientId(), one.party()),
                                one.by(),
                                one.note(),
                                one.at(),
                                one.until()))
                        .toList(),
                outlook.silence().snoozed().stream()
                        .map(one -> new SnoozedBy(recipient(outlook, one.recipientId(), one.party()), one.until()))
                        .distinct()
                        .toList());
    }

    private static PlannedRecipient recipient(Outlook outlook, UUID id, String party) {
        var known = Optional.ofNullable(outlook.situation().people().get(id));
        return new PlannedRecipient(id, known.map(Recipient::name).orElse(null), party);
    }

    private static List<PlannedStep> steps(Outlook outlook, Instant now) {
        Map<Moment, List<PlannedRecipient>> steps =
                new TreeMap<>(comparing(Moment::at).thenComparing(Moment::step));
        for (var coming : outlook.coming(now)) {
            var recipients = steps.computeIfAbsent(new Moment(coming.at(), coming.step()), moment -> new ArrayList<>());
            var addressee = coming.addressee();
            if (addressee != null && addressee.mailbox() != null) {
                recipients.add(new PlannedRecipient(addressee.id(), addressee.name(), addressee.party()));
            }
        }
        return steps.entrySet().stream()
                .map(step -> new PlannedStep(
                        step.getKey().step().toString(), step.getKey().at(), List.copyOf(step.getValue())))
                .toList();
    }

    /** Who would have to be told and cannot be, or must not. */
    static List<NotTold> notTold(Outlook outlook) {
        var notTold = new ArrayList<NotTold>();
        outlook.silenced()
                .forEach((side, since) -> notTold.add(new NotTold(
                        new PlannedRecipient(null, null, side),
                        "NO_CONTACT since %s: nobody of this side is told anything".formatted(since))));
        for (var side : outlook.vacant()) {
            notTold.add(new NotTold(
                    new PlannedRecipient(null, null, side),
                    outlook.situation().deadline().workingGroupId() == null
                            ? "there is no group, no officer answers for this side and it has no contact point"
                            : "no member of this side answers for it yet"));
        }
        for (var away : outlook.replaced()) {
            var addressee = away.addressee();
            var absence = away.absence();
            notTold.add(new NotTold(
                    new PlannedRecipient(addressee.id(), addressee.name(), addressee.party()),
                    "is away from %s to %s; the deputy is told instead".formatted(absence.from(), absence.to())));
        }
        for (var addressee : outlook.addressees()) {
            if (outlook.situation().deadline().cameTooLate()) {
                notTold.add(new NotTold(
                        new PlannedRecipient(addressee.id(), addressee.name(), addressee.party()),
                        "the day had passed when an import took the agreement over"));
            } else if (addressee.mailbox() == null) {
                notTold.add(new NotTold(
                        new PlannedRecipient(addressee.id(), addressee.name(), addressee.party()), because(addressee)));
            }
        }
        return notTold;
    }

    private static String because(Addressee addressee) {
        if (addressee.name() == null) {
            return "nothing is known about this person yet";
        }
        return addressee.unverified()
                ? "waits for verification: the mail address is not confirmed yet"
                : "no mail address is known";
    }
}
