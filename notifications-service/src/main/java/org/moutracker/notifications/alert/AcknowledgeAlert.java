package org.moutracker.notifications.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.access.Self;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Silence;
import org.moutracker.notifications.plan.Silences;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.plan.Situations;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Acknowledges an alert for its recipient, and takes that back. The plan is held meanwhile, so that nothing of it fires. */
@ApplicationScoped
class AcknowledgeAlert {

    private final HeldAlerts alerts;
    private final Acknowledgements acknowledgements;
    private final Situations situations;
    private final Silences silences;
    private final AlignAlerts align;
    private final Plans plans;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Caller caller;
    private final Self self;
    private final InstantSource clock;

    AcknowledgeAlert(
            HeldAlerts alerts,
            Acknowledgements acknowledgements,
            Situations situations,
            Silences silences,
            AlignAlerts align,
            Plans plans,
            Recipients recipients,
            Outbox outbox,
            Caller caller,
            Self self,
            InstantSource clock) {
        this.alerts = alerts;
        this.acknowledgements = acknowledgements;
        this.situations = situations;
        this.silences = silences;
        this.align = align;
        this.plans = plans;
        this.recipients = recipients;
        this.outbox = outbox;
        this.caller = caller;
        this.self = self;
        this.clock = clock;
    }

    /** An acknowledgement, and whether it is new: who says it twice has said it once. */
    record Outcome(Acknowledgement acknowledgement, boolean isNew) {}

    Outcome acknowledge(UUID id, @Nullable String ifMatch, AcknowledgementForm form) {
        if (form.by() != null) {
            self.require("by", form.by());
        }
        return acknowledge(alerts.hold(id), ifMatch, form, caller.name());
    }

    /**
     * An alert that is held.
     *
     * @param enteredBy who made the request
     */
    Outcome acknowledge(HeldAlerts.Held held, @Nullable String ifMatch, AcknowledgementForm form, String enteredBy) {
        var alert = held.alert();
        var step = alert.requireOpen("acknowledged");
        var deadline = alert.state().deadlineId();
        var known = acknowledgements.open(deadline, alert.state().recipientId());
        var now = clock.instant();
        if (known.isPresent()
                && known.get().until().isAfter(now)
                && known.get().step().compareTo(step) >= 0) {
            return new Outcome(known.get(), false);
        }
        Versions.allow(ifMatch, alert.state().version());
        if (form.by() != null && recipients.find(Set.of(form.by())).isEmpty()) {
            throw new InvalidRequest("by", "is nobody who is known");
        }
        var situation = situation(held.plan());
        var said = Acknowledgement.of(alert, form, Outlook.of(situation), enteredBy, now);
        known.ifPresent(earlier -> acknowledgements.end(Map.of(earlier.id(), AcknowledgementEnded.REPLACED), now));
        acknowledgements.add(said);
        align(situation, now);
        plans.lookAt(deadline, said.until());
        return new Outcome(said, true);
    }

    /** From here on the ladder goes on: what has come meanwhile is told at once, the last of it alone. */
    void withdraw(UUID id, @Nullable String ifMatch) {
        var held = alerts.hold(id);
        var state = held.alert().state();
        var known = acknowledgements
                .open(state.deadlineId(), state.recipientId())
                .orElseThrow(() -> new NotFound("acknowledgement"));
        Versions.allow(ifMatch, state.version());
        end(known, AcknowledgementEnded.WITHDRAWN, held.plan());
    }

    /** Likewise for who has reported it done, once it was found not to be. */
    void decline(Plan held, UUID recipient) {
        acknowledgements
                .open(held.deadlineId(), recipient)
                .ifPresent(known -> end(known, AcknowledgementEnded.DECLINED, held));
    }

    private void end(Acknowledgement known, AcknowledgementEnded because, Plan held) {
        var now = clock.instant();
        acknowledgements.end(Map.of(known.id(), because), now);
        align(situation(held), now);
        plans.lookAt(held.deadlineId(), Plan.AT_ONCE);
    }

    Acknowledgement shown(UUID id) {
        var state = alerts.find(id).state();
        return acknowledgements
                .open(state.deadlineId(), state.recipientId())
                .orElseThrow(() -> new NotFound("acknowledgement"));
    }

    private Situation situation(Plan plan) {
        return situations.of(List.of(plan)).getFirst();
    }

    private void align(Situation situation, Instant now) {
        var deadline = situation.plan().deadlineId();
        var silence = silences.of(List.of(deadline))
                .getOrDefault(deadline, Silence.NONE)
                .at(now);
        outbox.publish(align.align(List.of(situation), Map.of(deadline, silence)));
    }
}
