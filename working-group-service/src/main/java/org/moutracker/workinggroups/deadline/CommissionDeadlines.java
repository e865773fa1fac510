package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.timerules.Calendars;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Opens, moves and closes deadlines as their sources ask, many in few statements. */
@ApplicationScoped
public class CommissionDeadlines {

    /**
     * What a deadline is to follow, and the event that says so.
     *
     * @param cause null for what is decided here
     */
    public record Order(Commissioned by, @Nullable Received<?> cause) {

        private Instant at(Instant now) {
            return cause == null ? now : cause.time();
        }
    }

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    CommissionDeadlines(
            DeadlineRepository deadlines,
            DeadlineLedger ledger,
            Consequences consequences,
            KnownCalendars calendars,
            InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.consequences = consequences;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Brings every deadline to what is asked of it; what is so already stays untouched and untold. */
    @Transactional(MANDATORY)
    public void follow(List<Order> orders) {
        follow(orders, DeadlineLedger.SYSTEM);
    }

    /** Likewise, because somebody has done something. */
    @Transactional(MANDATORY)
    void follow(List<Order> orders, String who) {
        if (orders.isEmpty()) {
            return;
        }
        var sorted = InOrder.of(
                orders,
                order -> References.alias(
                        order.by().agreementId(),
                        String.valueOf(order.by().origin().commitment())),
                order -> References.of(order.by().rule(), order.by().agreementId()));
        var locked = deadlines.lockOf(
                orders.stream().map(order -> order.by().source()).collect(toSet()));
        var batch = new Batch(calendars.current(), clock.instant());
        locked.forEach(batch::add);
        batch.days.putAll(deadlines.days(sorted.stream()
                .flatMap(order -> References.of(order.by().rule(), order.by().agreementId()).stream())
                .collect(toSet())));
        sorted.forEach(batch::follow);
        ledger.tell(batch.told, who);
        consequences.follow(batch.touched, batch.causes);
    }

    /** Closes those of some sources that are open. */
    @Transactional(MANDATORY)
    void close(Collection<String> sources, Standing.Closed as, String who) {
        var open = deadlines.lockOf(sources).stream()
                .filter(deadline -> deadline.course.status().isOpen())
                .toList();
        var now = clock.instant();
        var told = new ArrayList<Caused<DeadlineEvent>>();
        open.forEach(deadline -> told.add(new Caused<>(deadline.close(as, now), null)));
        ledger.tell(told, who);
        consequences.follow(open);
    }

    /** Closes the open ones of sources that ask for none any more, each with the event that says so. */
    @Transactional(MANDATORY)
    public void drop(Map<String, ? extends Received<?>> gone, String because) {
        if (gone.isEmpty()) {
            return;
        }
        drop(
                deadlines.lockOf(gone.keySet()).stream()
                        .filter(deadline -> deadline.course.status().isOpen())
                        .toList(),
                deadline -> requireNonNull(gone.get(String.valueOf(deadline.descent.source()))),
                because);
    }

    private void drop(List<Deadline> gone, Function<Deadline, Received<?>> cause, String because) {
        var now = clock.instant();
        var causes = new HashMap<UUID, Received<?>>();
        var told = new ArrayList<Caused<DeadlineEvent>>();
        for (var deadline : gone) {
            causes.put(deadline.id, cause.apply(deadline));
            told.add(new Caused<>(deadline.drop(because, now), cause.apply(deadline)));
        }
        ledger.tell(told);
        consequences.follow(gone, causes);
    }

    /**
     * Like {@link #follow}, for the times that agreements themselves have: one that an agreement does not name any more is
     * gone.
     *
     * @param heard the agreements, each with the event that tells all its times
     */
    @Transactional(MANDATORY)
    public void followTerms(List<Order> orders, Map<UUID, ? extends Received<?>> heard) {
        follow(orders);
        var named = orders.stream().map(order -> order.by().source()).collect(toSet());
        var gone = deadlines.lockOpenTerms(heard.keySet()).stream()
                .filter(deadline -> !named.contains(deadline.descent.source()))
                .toList();
        drop(
                gone,
                deadline -> requireNonNull(heard.get(deadline.agreementId)),
                "the agreement has no such time any more");
    }

    /** What is known and what has happened while a batch is followed. */
    private final class Batch {
        private final Calendars calendars;
        private final Instant now;
        private final Map<String, NavigableMap<Integer, Deadline>> known = new HashMap<>();
        private final Map<String, References.Days> days = new HashMap<>();
        private final List<Caused<DeadlineEvent>> told = new ArrayList<>();
        private final List<Deadline> touched = new ArrayList<>();
        private final Map<UUID, Received<?>> causes = new HashMap<>();

        private Batch(Calendars calendars, Instant now) {
            this.calendars = calendars;
            this.now = now;
        }

        private void add(Deadline deadline) {
            known.computeIfAbsent(String.valueOf(deadline.descent.source()), source -> new TreeMap<>())
                    .put(deadline.descent.occurrence(), deadline);
        }

        private void follow(Order order) {
            var asked = order.by();
            var by = asked.knowing(References.facts(asked.rule(), asked.agreementId(), days));
            var times = known.computeIfAbsent(by.source(), source -> new TreeMap<>());
            if (times.isEmpty()) {
                if (by.standing() instanceof Standing.Open) {
                    var time = FirstTime.of(by, calendars, now);
                    var opened = new Deadline(by, time, calendars, order.at(now));
                    deadlines.persist(opened);
                    times.put(time, opened);
                    tell(opened, opened.open(now), order);
                }
            } else {
                for (var deadline : times.values()) {
                    deadline.follow(by.at(deadline.descent.occurrence()), calendars, order.at(now), now)
                            .ifPresent(event -> tell(deadline, event, order));
                }
            }
            times.values().forEach(deadline -> days.putAll(deadline.named()));
            times.values().stream()
                    .filter(deadline -> deadline.goesOn() && !touched.contains(deadline))
                    .forEach(touched::add);
        }

        private void tell(Deadline deadline, DeadlineEvent event, Order order) {
            told.add(new Caused<>(event, order.cause()));
            touched.add(deadline);
            var cause = order.cause();
            if (cause != null) {
                causes.put(deadline.id, cause);
            }
        }
    }
}
