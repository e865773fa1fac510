package org.moutracker.workinggroups.deadline;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.time.Loop;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.TimeZoneData;
import org.moutracker.workinggroups.calendar.KnownCalendars;
import org.moutracker.workinggroups.deadline.RecomputationTask.Reason;

/**
 * Recomputes what a revision of a calendar or newer time-zone data can touch, a portion a transaction: taken from what
 * is still to be done, locked, counted in memory, stored by one statement and told. Workers and replicas share it.
 */
@ApplicationScoped
class RecomputeDeadlines {

    private static final Logger LOG = Logger.getLogger(RecomputeDeadlines.class);

    // As measured: few enough to keep the locks short, enough to make the round trips cheap.
    private static final int BATCH = 500;
    // One counts while the other waits for the database.
    private static final int WORKERS = 2;
    // Nobody waits for it: a revision is published now and then.
    private static final Duration IDLE = Duration.ofMillis(250);

    private final Recomputations recomputations;
    private final TouchedDeadlines touched;
    private final KeepSchedules keepSchedules;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final KnownCalendars calendars;
    private final InstantSource clock;
    private final List<Loop> workers = new ArrayList<>();

    RecomputeDeadlines(
            Recomputations recomputations,
            TouchedDeadlines touched,
            KeepSchedules keepSchedules,
            DeadlineLedger ledger,
            Consequences consequences,
            KnownCalendars calendars,
            InstantSource clock) {
        this.recomputations = recomputations;
        this.touched = touched;
        this.keepSchedules = keepSchedules;
        this.ledger = ledger;
        this.consequences = consequences;
        this.calendars = calendars;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        followTimeZones();
        for (var i = 1; i <= WORKERS; i++) {
            var worker = Loop.start("deadlines-recompute-" + i, IDLE, () -> QuarkusTransaction.requiringNew()
                    .call(this::round));
            workers.add(worker);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(Loop::close);
    }

    /** Time-zone data comes with the JDK, so a newer version is met at a start. */
    void followTimeZones() {
        recomputations.beginIfNewer(TimeZoneData.version(), DeadlineLedger.SYSTEM, Ids.next(), clock.instant());
    }

    private boolean round() {
        var fresh = recomputations.lockNew();
        if (fresh.isPresent()) {
            mark(fresh.get());
            return true;
        }
        var task = recomputations.underWay();
        return task.isPresent() && recompute(task.get());
    }

    private void mark(RecomputationTask task) {
        switch (task.reason()) {
            case Reason.Calendar(var authority, var revision) ->
                touched.mark(task.id(), authority, revision, calendars.amendment(authority, revision));
            case Reason.TimeZones(var tzdb) -> touched.mark(task.id(), tzdb, clock.instant());
        }
    }

    private boolean recompute(RecomputationTask task) {
        var taken = recomputations.take(task.id(), BATCH);
        if (taken.isEmpty()) {
            var isFinished = recomputations.finish(task.id(), clock.instant());
            if (isFinished) {
                LOG.infof("recomputation %d is finished: %s", task.id(), task.reason());
            }
            return isFinished;
        }
        var deadlines = touched.lock(taken);
        var known = calendars.current();
        var cause = cause(task.reason());
        var events = deadlines.stream()
                .flatMap(deadline -> recompute(deadline, known, cause.apply(deadline)).stream())
                .toList();
        keep(task, deadlines, events, taken.size());
        return true;
    }

    private void keep(RecomputationTask task, List<Deadline> deadlines, List<DeadlineEvent> events, int taken) {
        var told = new HashSet<UUID>();
        events.forEach(event -> told.add(event.state().id()));
        keepSchedules.keep(deadlines, told);
        ledger.tell(events, task.chain(), task.who());
        carryOn(
                task,
                deadlines.stream()
                        .filter(deadline -> told.contains(deadline.id))
                        .toList());
        var changed = (int) events.stream()
                .filter(DeadlineEvent.DeadlineChanged.class::isInstance)
                .count();
        recomputations.progress(task.id(), taken, events.size() - changed, changed);
    }

    /** What counts from those that have changed is counted again, too, as it stands in the database by now. */
    private void carryOn(RecomputationTask task, List<Deadline> changed) {
        touched.forget();
        var cause = task.cause(clock.instant());
        consequences.follow(changed, changed.stream().collect(toMap(deadline -> deadline.id, deadline -> cause)));
    }

    /** Why a deadline is another; asked before it is. */
    private Function<Deadline, String> cause(Reason reason) {
        return switch (reason) {
            case Reason.Calendar(var authority, var revision) -> {
                var amendment = calendars.amendment(authority, revision);
                yield deadline -> amendment.cause(deadline.schedule.countedFrom(), deadline.schedule.countedTo());
            }
            case Reason.TimeZones(var tzdb) -> deadline -> "time-zone data " + tzdb;
        };
    }

    private List<DeadlineEvent> recompute(Deadline deadline, Calendars known, String cause) {
        try {
            var now = clock.instant();
            return deadline.reckon(known, now, now, cause).stream().toList();
        } catch (InvalidRule unreadable) {
            LOG.errorf(unreadable, "the rule of deadline %s cannot be read any more; it stays as it is", deadline.id);
            return List.of();
        }
    }
}
