package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;
import org.moutracker.notifications.delivery.Deliveries;
import org.moutracker.notifications.digest.ImportedOverdue;
import org.moutracker.notifications.digest.ImportedOverdue.Owed;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.plan.Ladder;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Outlook.Untold;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Silence;
import org.moutracker.notifications.plan.Silences;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.plan.Situations;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.workinggroup.Role;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;
import org.moutracker.platform.messaging.Outbox;

/**
 * Fires what has come: takes the plans that are due, ends what is silent no longer, works out in sets whom each reaches now,
 * and keeps the alerts, their messages, their events and when to look again in one transaction. So nothing is told twice and nothing forgotten,
 * wherever it stops.
 */
@ApplicationScoped
class FireAlerts implements DueWork<Plan> {

    private static final Logger LOG = Logger.getLogger(FireAlerts.class);

    // A plan that cannot be worked out waits for a correction, and is then tried by itself.
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    // Alerts in one statement: those of a batch of large groups would fill the memory, and the time of a statement.
    static final int PORTION = 2_000;

    private final Plans plans;
    private final Situations situations;
    private final Silences told;
    private final EndSilences silences;
    private final Alerts alerts;
    private final Preferences preferences;
    private final ImportedOverdue imported;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Json json;

    FireAlerts(
            Plans plans,
            Situations situations,
            Silences told,
            EndSilences silences,
            Alerts alerts,
            Preferences preferences,
            ImportedOverdue imported,
            Deliveries deliveries,
            Outbox outbox,
            Json json) {
        this.plans = plans;
        this.situations = situations;
        this.told = told;
        this.silences = silences;
        this.alerts = alerts;
        this.preferences = preferences;
        this.imported = imported;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public DueRows rows() {
        return Plans.DUE;
    }

    @Override
    public Plan read(ResultSet row) throws SQLException {
        return plans.read(row);
    }

    @Override
    public void handle(List<Plan> claimed, Instant now) {
        var around = situations.of(claimed);
        var quiet = silences.end(around, now);
        var work = new Work(now, told.told(claimed), quiet.left());
        around.forEach(work::add);
        var ids = work.worked;
        var left = alerts.endOfLeavers(ids, work.present, now);
        deliveries.cancel(left.stream().map(AlertState::id).toList());
        var events = new ArrayList<>(quiet.events());
        left.forEach(alert -> events.add(AlertEvent.ended(alert)));
        outbox.publish(events);
        for (var portion : portions(work.fires)) {
            outbox.publish(alerts.fire(portion).stream().map(AlertEvent::fired).toList());
        }
        imported.owe(work.owed, now);
        portions(work.addressed(alerts.undelivered(ids, work.mailboxes.keySet(), now)))
                .forEach(deliveries::open);
        plans.rest(claimed, work.next, work.untold);
    }

    private static <T> List<List<T>> portions(List<T> all) {
        return all.stream().gather(Gatherers.windowFixed(PORTION)).toList();
    }

    /** What is worked out for all the claimed plans, before any of it is written. */
    private final class Work {
        private final Instant now;
        private final Map<UUID, Map<UUID, Step>> told;
        private final Map<UUID, Silence> quiet;
        private final Map<UUID, Ladder> ladders = new HashMap<>();
        private final List<UUID> worked = new ArrayList<>();
        private final List<NewAlert> fires = new ArrayList<>();
        private final List<Alerts.Responsible> present = new ArrayList<>();
        private final Map<UUID, String> mailboxes = new HashMap<>();
        private final Set<UUID> mailed = new HashSet<>();
        private final List<Owed> owed = new ArrayList<>();
        private final Map<UUID, Instant> next = new HashMap<>();
        private final Map<UUID, Untold> untold = new HashMap<>();

        private Work(Instant now, Map<UUID, Map<UUID, Step>> told, Map<UUID, Silence> quiet) {
            this.now = now;
            this.told = told;
            this.quiet = quiet;
        }

        private void add(Situation situation) {
            var deadline = situation.plan().deadlineId();
            try {
                var outlook = Outlook.of(
                        situation, quiet.getOrDefault(deadline, Silence.NONE), told.getOrDefault(deadline, Map.of()));
                ladders.put(deadline, situation.plan().ladder());
                fire(situation, outlook);
                outlook.next(now).ifPresent(instant -> next.put(deadline, instant));
                outlook.untold(now).ifPresent(step -> untold.put(deadline, step));
                worked.add(deadline);
                for (var addressee : outlook.addressees()) {
                    if (situation.deadline().cameTooLate()
                            && addressee.role() == Role.OFFICER
                            && addressee.isNamedAt(now)) {
                        owed.add(new Owed(addressee.id(), deadline, addressee.zone()));
                    }
                    present.add(new Alerts.Responsible(deadline, addressee.id()));
                    if (addressee.mailbox() != null) {
                        mailboxes.put(addressee.id(), addressee.mailbox());
                    }
                    if (addressee.mails()) {
                        mailed.add(addressee.id());
                    }
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "the plan of deadline %s cannot be worked out", deadline);
                next.put(deadline, now.plus(AFTER_FAILURE));
            }
        }

        private void fire(Situation situation, Outlook outlook) {
            var due = situation.deadline().due();
            var tells = outlook.due(now);
            if (due != null && !tells.isEmpty()) {
                var content = json.write(AlertContent.of(situation, due, outlook.addressees()));
                tells.forEach(tell -> fires.add(new NewAlert(situation, tell, now, content)));
            }
        }

        private List<Deliveries.Addressed> addressed(List<Undelivered> alerts) {
            var mails = alerts.stream().filter(this::mails).toList();
            var prefers = preferences.hold(
                    mails.stream().map(Undelivered::recipientId).collect(toSet()));
            return mails.stream()
                    .filter(alert -> prefers.of(alert.recipientId()).wants(alert.kind()))
                    .map(alert -> alert.addressed(
                            requireNonNull(mailboxes.get(alert.recipientId())), prefers.of(alert.recipientId()), now))
                    .toList();
        }

        /** Whether it comes by mail: by its policy, and unless its reader wants none of what he can do without. */
        private boolean mails(Undelivered alert) {
            var step = requireNonNull(ladders.get(alert.deadlineId())).at(alert.offset());
            return step.mails() && (alert.kind().isMandatory() || mailed.contains(alert.recipientId()));
        }
    }
}
