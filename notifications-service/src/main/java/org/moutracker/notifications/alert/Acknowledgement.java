package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Step;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Somebody knows of a deadline, and sees to it until a time.
 *
 * @param step the step that he was told, and with it those before
 * @param by the recipient, or who acted on his behalf
 * @param enteredBy who made the request
 */
record Acknowledgement(
        UUID id,
        UUID deadlineId,
        int planNo,
        UUID alertId,
        UUID recipientId,
        String party,
        Step step,
        UUID by,
        String enteredBy,
        @Nullable String note,
        Instant at,
        Instant until) {

    static Acknowledgement of(
            OpenAlert alert, AcknowledgementForm form, Outlook outlook, String enteredBy, Instant now) {
        var step = alert.requireOpen("acknowledged");
        var state = alert.state();
        var by = requireNonNullElse(form.by(), state.recipientId());
        requireSameSide(outlook, alert, by);
        var longest = outlook.knowsUntil(
                state.recipientId(), outlook.situation().plan().ladder().at(step.offset()), now);
        var until = requireNonNullElse(form.until(), longest);
        if (!until.isAfter(now) || until.isAfter(longest)) {
            throw new InvalidRequest("until", "must be later than now, and %s at the latest".formatted(longest));
        }
        return new Acknowledgement(
                Ids.next(),
                state.deadlineId(),
                outlook.situation().plan().number(),
                state.id(),
                state.recipientId(),
                alert.party(),
                step,
                by,
                enteredBy,
                form.note(),
                now,
                until);
    }

    /** Nobody can say for one side that the other knows. */
    private static void requireSameSide(Outlook outlook, OpenAlert alert, UUID by) {
        var situation = outlook.situation();
        var seats = situation.members().stream()
                .filter(member -> member.personId().equals(by))
                .toList();
        var side = situation.sideOf(alert.party());
        if (!by.equals(alert.state().recipientId())
                && !seats.isEmpty()
                && seats.stream().noneMatch(member -> member.side().equals(side))) {
            throw new RuleViolated("only somebody of the recipient's side can acknowledge on his behalf");
        }
    }
}
