package org.moutracker.workinggroups.deadline;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.timerules.Calendars;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/**
 * What follows when deadlines have changed: what recurs goes on with its next time, and whatever counts from them is
 * counted again, through the whole graph, each once and in order. In the transaction of the change itself.
 */
@ApplicationScoped
class Consequences {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    Consequences(DeadlineRepository deadlines, DeadlineLedger ledger, KnownCalendars calendars, InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What follows from what a person or the clock has done. */
    void follow(Collection<Deadline> changed) {
        follow(changed, Map.of());
    }

    /** What follows from changes that other events have caused, each named by the deadline that it changed. */
    void follow(Collection<Deadline> changed, Map<UUID, ? extends Received<?>> causes) {
        if (changed.isEmpty()) {
            return;
        }
        // What was told before is a version of its own.
        deadlines.flush();
        changed.forEach(deadline -> deadline.stored = true);
        var work = new Work(calendars.current(), clock.instant(), new HashMap<>(causes));
        work.goOn(changed);
        work.recount(changed);
        ledger.tell(work.told);
    }

    private final class Work {
        private final Calendars known;
        private final Instant now;
        private final Map<UUID, Received<?>> causes;
        private final List<Caused<DeadlineEvent>> told = new ArrayList<>();

        private Work(Calendars known, Instant now, Map<UUID, Received<?>> causes) {
            this.known = known;
            this.now = now;
            this.causes = causes;
        }

        private void goOn(Collection<Deadline> changed) {
            var over = changed.stream().filter(Deadline::goesOn).toList();
            if (over.isEmpty()) {
                return;
            }
            var there = deadlines.times(over.stream()
                    .map(deadline -> String.valueOf(deadline.descent.source()))
                    .collect(toSet()));
            for (var deadline : over) {
                var highest = there.getOrDefault(String.valueOf(deadline.descent.source()), 0);
                if (highest <= deadline.descent.occurrence()) {
                    var opened = deadline.next(known, now);
                    deadlines.persist(opened);
                    tell(opened, opened.open(now), deadline.id);
                }
            }
        }

        private void recount(Collection<Deadline> changed) {
            var days = new HashMap<String, References.Days>();
            changed.forEach(deadline -> days.putAll(deadline.named()));
            var concerned = deadlines.lockDependents(days.keySet());
            if (concerned.isEmpty()) {
                return;
            }
            days.putAll(deadlines.days(concerned.stream()
                    .flatMap(deadline -> Stream.of(deadline.dependsOn))
                    .filter(name -> !days.containsKey(name))
                    .collect(toSet())));
            var aliases = aliases(changed, concerned);
            for (var deadline : InOrder.of(concerned, one -> one.id.toString(), one -> ids(one.dependsOn, aliases))) {
                // Also one that was changed itself: what it counts from may be another by now.
                deadline.refer(References.facts(deadline.rule(), deadline.agreementId, days), known, now)
                        .ifPresent(event -> tell(deadline, event, cause(deadline, aliases)));
                days.putAll(deadline.named());
            }
        }

        private void tell(Deadline deadline, DeadlineEvent event, UUID because) {
            var cause = causes.get(because);
            told.add(new Caused<>(event, cause));
            if (cause != null) {
                causes.put(deadline.id, cause);
            }
        }

        private UUID cause(Deadline deadline, Map<String, String> aliases) {
            return ids(deadline.dependsOn, aliases).stream()
                    .map(UUID::fromString)
                    .filter(causes::containsKey)
                    .findFirst()
                    .orElse(deadline.id);
        }
    }

    private static Map<String, String> aliases(Collection<Deadline> some, Collection<Deadline> others) {
        return Stream.concat(some.stream(), others.stream())
                .filter(deadline -> deadline.descent.alias() != null)
                .collect(toMap(
                        deadline -> String.valueOf(deadline.descent.alias()),
                        deadline -> deadline.id.toString(),
                        (one, same) -> one));
    }

    /** The ids behind the names, of those that are among the deadlines at hand. */
    private static List<String> ids(String[] names, Map<String, String> aliases) {
        return Stream.of(names)
                .map(name -> aliases.getOrDefault(name, name))
                .filter(name -> !name.contains("/"))
                .toList();
    }
}
