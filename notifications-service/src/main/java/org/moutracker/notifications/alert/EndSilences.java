package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.plan.Addressee;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Silence;
import org.moutracker.notifications.plan.Silences;
import org.moutracker.notifications.plan.Situation;

/**
 * Ends what is silent no longer, in the transaction that then fires what has come: the time of it has passed, or who saw to
 * it does not answer for the deadline any more.
 */
@ApplicationScoped
class EndSilences {

    private final Silences silences;
    private final Acknowledgements acknowledgements;
    private final QuietAlerts quiet;
    private final AlignAlerts align;

    EndSilences(Silences silences, Acknowledgements acknowledgements, QuietAlerts quiet, AlignAlerts align) {
        this.silences = silences;
        this.acknowledgements = acknowledgements;
        this.quiet = quiet;
        this.align = align;
    }

    /** What is silent still, by deadline, and what is to be told of the rest. */
    record Left(Map<UUID, Silence> left, List<AlertEvent> events) {}

    Left end(List<Situation> situations, Instant now) {
        var around =
                situations.stream().collect(toMap(situation -> situation.plan().deadlineId(), situation -> situation));
        var known = silences.of(around.keySet());
        if (known.isEmpty()) {
            return new Left(known, List.of());
        }
        var events = new ArrayList<AlertEvent>();
        if (known.values().stream()
                .flatMap(silence -> silence.snoozed().stream())
                .anyMatch(one -> !one.until().isAfter(now))) {
            quiet.wake(known.keySet(), now).forEach(alert -> events.add(new AlertEvent.AlertResumed(alert)));
        }
        var over = new HashMap<UUID, AcknowledgementEnded>();
        var concerned = new ArrayList<Situation>();
        var left = new HashMap<UUID, Silence>();
        known.forEach((deadline, silence) -> {
            var situation = requireNonNull(around.get(deadline));
            var ended = over(situation, silence, now);
            if (!ended.isEmpty()) {
                over.putAll(ended);
                concerned.add(situation);
            }
            left.put(deadline, silence.without(ended.keySet()).at(now));
        });
        if (!over.isEmpty()) {
            acknowledgements.end(over, now);
            events.addAll(align.align(concerned, left));
        }
        return new Left(left, events);
    }

    private static Map<UUID, AcknowledgementEnded> over(Situation situation, Silence silence, Instant now) {
        var over = new HashMap<UUID, AcknowledgementEnded>();
        if (!silence.acknowledged().isEmpty()) {
            var present = Outlook.of(situation).addressees().stream()
                    .map(Addressee::id)
                    .toList();
            for (var one : silence.acknowledged()) {
                if (!one.until().isAfter(now)) {
                    over.put(one.id(), AcknowledgementEnded.EXPIRED);
                } else if (!present.contains(one.recipientId())) {
                    over.put(one.id(), AcknowledgementEnded.LEFT);
                }
            }
        }
        return over;
    }
}
