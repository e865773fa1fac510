package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.Deliveries;
import org.moutracker.notifications.plan.Silence;
import org.moutracker.notifications.plan.Situation;

/**
 * Brings alerts in line with what is acknowledged of their deadlines: who is covered by it is silent, who no longer is hears
 * again. It looks at what stands, not at what has just been said, so it does not matter how it came about.
 */
@ApplicationScoped
class AlignAlerts {

    private final QuietAlerts alerts;
    private final Deliveries deliveries;

    AlignAlerts(QuietAlerts alerts, Deliveries deliveries) {
        this.alerts = alerts;
        this.deliveries = deliveries;
    }

    /** What is to be told of it. */
    List<AlertEvent> align(List<Situation> situations, Map<UUID, Silence> silences) {
        var around =
                situations.stream().collect(toMap(situation -> situation.plan().deadlineId(), situation -> situation));
        var changes = new ArrayList<QuietAlerts.Become>();
        for (var alert : alerts.open(around.keySet())) {
            var deadline = alert.state().deadlineId();
            change(alert, requireNonNull(around.get(deadline)), silences.getOrDefault(deadline, Silence.NONE), changes);
        }
        if (changes.isEmpty()) {
            return List.of();
        }
        var events = new ArrayList<AlertEvent>();
        var silent = new ArrayList<UUID>();
        for (var alert : alerts.become(changes)) {
            if (alert.state() == AlertStatus.ACKNOWLEDGED) {
                silent.add(alert.id());
                events.add(new AlertEvent.AlertAcknowledged(alert));
            } else {
                events.add(new AlertEvent.AlertResumed(alert));
            }
        }
        deliveries.close(silent, ClosedBecause.ACKNOWLEDGED);
        return events;
    }

    private static void change(
            OpenAlert alert, Situation situation, Silence silence, List<QuietAlerts.Become> changes) {
        var state = alert.state();
        var step = situation.plan().ladder().at(requireNonNull(alert.step()).offset());
        var until = silence.acknowledgedUntil(situation, state.recipientId(), alert.party(), step)
                .orElse(null);
        var known = state.state() == AlertStatus.ACKNOWLEDGED;
        if (until == null && known) {
            changes.add(new QuietAlerts.Become(state.id(), AlertStatus.ACTIVE, null));
        } else if (until != null && !(known && until.equals(state.until()))) {
            changes.add(new QuietAlerts.Become(state.id(), AlertStatus.ACKNOWLEDGED, until));
        }
    }
}
