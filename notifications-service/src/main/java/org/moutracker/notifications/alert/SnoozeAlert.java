package org.moutracker.notifications.alert;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.Deliveries;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situations;
import org.moutracker.notifications.plan.Step;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** Lets somebody hear of a step again at a time of his own, which concerns nobody else. */
@ApplicationScoped
class SnoozeAlert {

    // Who wants to hear of it in two months wants not to hear of it.
    private static final Duration LONGEST = Duration.ofDays(30);

    private final HeldAlerts alerts;
    private final QuietAlerts quiet;
    private final Situations situations;
    private final Deliveries deliveries;
    private final Plans plans;
    private final Outbox outbox;
    private final InstantSource clock;

    SnoozeAlert(
            HeldAlerts alerts,
            QuietAlerts quiet,
            Situations situations,
            Deliveries deliveries,
            Plans plans,
            Outbox outbox,
            InstantSource clock) {
        this.alerts = alerts;
        this.quiet = quiet;
        this.situations = situations;
        this.deliveries = deliveries;
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    void snooze(UUID id, @Nullable String ifMatch, SnoozeForm form) {
        snooze(alerts.hold(id), ifMatch, form);
    }

    /** An alert that is held. */
    void snooze(HeldAlerts.Held held, @Nullable String ifMatch, SnoozeForm form) {
        var alert = held.alert();
        var step = alert.requireOpen("snoozed");
        var until = form.until(alert.zone());
        if (alert.state().state() == AlertStatus.SNOOZED
                && until.equals(alert.state().until())) {
            return;
        }
        Versions.allow(ifMatch, alert.state().version());
        if (alert.state().state() == AlertStatus.ACKNOWLEDGED) {
            throw new RuleViolated("the alert is acknowledged until %s: until then nothing of it is told"
                    .formatted(alert.state().until()));
        }
        var own = own(alert);
        later(own, step).ifPresent(later -> {
            throw new RuleViolated("%s was told since: snooze that one".formatted(later));
        });
        requireInTime(held.plan(), alert, until);
        // What came before it waits too: it would only tell the same.
        var snoozed = become(own, other -> other.state() != AlertStatus.ACKNOWLEDGED, AlertStatus.SNOOZED, until);
        deliveries.close(snoozed.stream().map(AlertState::id).toList(), ClosedBecause.SNOOZED);
        outbox.publish(snoozed.stream().map(AlertEvent.AlertSnoozed::new).toList());
        plans.lookAt(alert.state().deadlineId(), until);
    }

    private static Optional<Step> later(List<OpenAlert> own, Step step) {
        return own.stream()
                .map(other -> requireNonNull(other.step()))
                .filter(other -> other.compareTo(step) > 0)
                .max(naturalOrder());
    }

    /** Whether it could be snoozed until then. */
    boolean allows(Plan plan, OpenAlert alert, Instant until) {
        var step = alert.step();
        return step != null
                && (alert.state().state() == AlertStatus.ACTIVE || alert.state().state() == AlertStatus.SNOOZED)
                && later(own(alert), step).isEmpty()
                && untimely(plan, alert, until).isEmpty();
    }

    private void requireInTime(Plan plan, OpenAlert alert, Instant until) {
        untimely(plan, alert, until).ifPresent(why -> {
            throw new InvalidRequest("until", why);
        });
    }

    /** Why it cannot wait until then; empty if it can. */
    private Optional<String> untimely(Plan plan, OpenAlert alert, Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now)) {
            return Optional.of("must be later than now");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            return Optional.of("must be within %d days".formatted(LONGEST.toDays()));
        }
        var outlook = Outlook.of(situations.of(List.of(plan)).getFirst());
        var last = outlook.lastReminder(alert.state().recipientId(), now);
        if (last.isPresent() && until.isAfter(last.get())) {
            return Optional.of("must not be after the last reminder before the day, at %s".formatted(last.get()));
        }
        var due = outlook.situation().deadline().due();
        if (due != null && due.at().isAfter(now) && !until.isBefore(due.at())) {
            return Optional.of("must be before the last day ends, at %s".formatted(due.at()));
        }
        return Optional.empty();
    }

    /** Ends it before its time: the ladder goes on, and what was never sent is sent. */
    void end(UUID id, @Nullable String ifMatch) {
        var alert = alerts.hold(id).alert();
        if (alert.state().state() != AlertStatus.SNOOZED) {
            throw new NotFound("snooze");
        }
        Versions.allow(ifMatch, alert.state().version());
        var resumed = become(own(alert), other -> other.state() == AlertStatus.SNOOZED, AlertStatus.ACTIVE, null);
        outbox.publish(resumed.stream().map(AlertEvent.AlertResumed::new).toList());
        plans.lookAt(alert.state().deadlineId(), Plan.AT_ONCE);
    }

    /** All that its recipient was told of this deadline and that has not ended. */
    private List<OpenAlert> own(OpenAlert alert) {
        return quiet.open(List.of(alert.state().deadlineId())).stream()
                .filter(other ->
                        other.state().recipientId().equals(alert.state().recipientId()))
                .toList();
    }

    private List<AlertState> become(
            List<OpenAlert> alerts, Predicate<AlertState> which, AlertStatus status, @Nullable Instant until) {
        return quiet.become(alerts.stream()
                .map(OpenAlert::state)
                .filter(which)
                .map(alert -> new QuietAlerts.Become(alert.id(), status, until))
                .toList());
    }
}
