package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.alert.MovedDates.Move;
import org.moutracker.notifications.alert.MovedDates.Told;
import org.moutracker.notifications.delivery.Deliveries;
import org.moutracker.notifications.delivery.Deliveries.Addressed;
import org.moutracker.notifications.plan.Addressee;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situations;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.recipient.PeopleChanged;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.time.Loop;

/**
 * Tells people that dates have moved: each once, of all that moved since the first of them, a while after it. Alerts, the
 * one message, their events and that nothing is left to tell are one transaction.
 */
@ApplicationScoped
class TellMoves {

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final MovedDates moved;
    private final Plans plans;
    private final Situations situations;
    private final Preferences preferences;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration debounce;
    private @Nullable Loop loop;

    TellMoves(
            MovedDates moved,
            Plans plans,
            Situations situations,
            Preferences preferences,
            Deliveries deliveries,
            Outbox outbox,
            InstantSource clock,
            @ConfigProperty(name = "mou.alerts.moved.debounce") Duration debounce) {
        this.moved = moved;
        this.plans = plans;
        this.situations = situations;
        this.preferences = preferences;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
        this.debounce = debounce;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start(
                "moved-dates", IDLE, () -> QuarkusTransaction.requiringNew().call(this::tell));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Whose address is verified by now is told what has moved meanwhile; of whom it is not, waits again. */
    void on(@Observes PeopleChanged people) {
        moved.goOn(people.ids());
    }

    boolean tell() {
        moved.forgetTheErased(debounce);
        moved.putAside(debounce);
        var people = moved.claim(debounce);
        if (people.isEmpty()) {
            return false;
        }
        var deadlines = moved.lock(people, debounce);
        var moves = moved.of(people, deadlines);
        var answering = answering(deadlines);
        var standing = moves.stream()
                .filter(move -> move.stands()
                        && answering.getOrDefault(move.deadlineId(), Set.of()).contains(move.recipientId()))
                .toList();
        // The first alert of each person carries the message.
        var first = new LinkedHashMap<UUID, Move>();
        standing.forEach(move -> first.putIfAbsent(move.recipientId(), move));
        var told = standing.stream()
                .map(move -> new Told(
                        move, first.getOrDefault(move.recipientId(), move).alertId()))
                .toList();
        var alerts = moved.tell(told, clock.instant());
        deliveries.open(addressed(standing, first));
        outbox.publish(alerts.stream().map(AlertEvent::fired).toList());
        moved.forget(moves);
        return true;
    }

    /** One message to each; he is not to hear in the morning of a day that has ended in the night. */
    private List<Addressed> addressed(List<Move> standing, Map<UUID, Move> first) {
        var now = clock.instant();
        var prefers = preferences.hold(first.keySet());
        var soonest = new HashMap<UUID, Instant>();
        standing.stream()
                .filter(move -> move.soonest() != null)
                .forEach(move -> soonest.merge(
                        move.recipientId(), requireNonNull(move.soonest()), (a, b) -> a.isBefore(b) ? a : b));
        return first.values().stream()
                .map(move -> {
                    var time = prefers.of(move.recipientId())
                            .time(MailKind.MOVE, now, move.zone(), soonest.get(move.recipientId()));
                    return new Addressed(move.alertId(), 0, MovedDates.mailbox(move), time);
                })
                .toList();
    }

    /** By deadline, who answers for it by now: who has left, or must not be told, is told of no move either. */
    private Map<UUID, Set<UUID>> answering(Collection<UUID> deadlines) {
        return situations.of(plans.find(deadlines)).stream()
                .collect(toMap(
                        situation -> situation.plan().deadlineId(), situation -> Outlook.answering(situation).stream()
                                .map(Addressee::id)
                                .collect(toSet())));
    }
}
