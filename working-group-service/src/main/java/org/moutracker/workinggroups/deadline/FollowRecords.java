package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Lets deadlines learn what is recorded, where no source tells it to them: those that people entered, and of groups. */
@ApplicationScoped
public class FollowRecords {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final Circumstances circumstances;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    FollowRecords(
            DeadlineRepository deadlines,
            DeadlineLedger ledger,
            Consequences consequences,
            Circumstances circumstances,
            KnownCalendars calendars,
            InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.consequences = consequences;
        this.circumstances = circumstances;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Tells deadlines what is recorded by now.
     *
     * @param agreements what is recorded, by agreement
     * @param groups what is recorded, by group
     * @param causes the events that say so, by agreement
     */
    @Transactional(MANDATORY)
    public void follow(
            Map<UUID, Circumstances.Recorded> agreements,
            Map<UUID, Circumstances.Recorded> groups,
            Map<UUID, ? extends Received<?>> causes) {
        var untold = deadlines.lockUntold(agreements.keySet(), groups.keySet());
        if (untold.isEmpty()) {
            return;
        }
        var known = calendars.current();
        var now = clock.instant();
        var news = new News();
        for (var deadline : untold) {
            var recorded = deadline.workingGroupId == null
                    ? agreements.get(deadline.agreementId)
                    : groups.get(deadline.workingGroupId);
            var cause = causes.get(deadline.agreementId);
            if (recorded != null && cause != null) {
                deadline.learn(
                                recorded.facts(),
                                recorded.suspensions(),
                                recorded.standing(deadline.unless),
                                known,
                                cause.time(),
                                now)
                        .ifPresent(event -> news.add(deadline, event, cause));
            }
        }
        news.tell();
    }

    /** Tells whatever counts from it that a group is established, or has met. */
    @Transactional(MANDATORY)
    public void happened(UUID workingGroup, List<UUID> agreements, AnchorEvent event, LocalDate on, Instant now) {
        var anchored = deadlines.lockAnchored(workingGroup, agreements, event);
        if (anchored.isEmpty()) {
            return;
        }
        var known = calendars.current();
        var news = new News();
        for (var deadline : anchored) {
            if (deadline.workingGroupId != null
                    || isNews(deadline.reckoning.facts().get(event.name()), event, on)) {
                deadline.learn(event, on, known, now).ifPresent(told -> news.add(deadline, told, null));
            }
        }
        news.tell();
    }

    /**
     * Tells whatever counts from it that a group has met on another day than was recorded, or not at all.
     *
     * @param on the day on which it met last; null when it never has
     */
    @Transactional(MANDATORY)
    public void corrected(
            UUID workingGroup, List<UUID> agreements, AnchorEvent event, @Nullable LocalDate on, Instant now) {
        var anchored = deadlines.lockAnchored(workingGroup, agreements, event);
        if (anchored.isEmpty()) {
            return;
        }
        var recorded = circumstances.of(agreements);
        var known = calendars.current();
        var news = new News();
        for (var deadline : anchored) {
            var day = deadline.workingGroupId != null ? on : recorded(recorded.get(deadline.agreementId), event);
            deadline.learn(event, day, known, now).ifPresent(told -> news.add(deadline, told, null));
        }
        news.tell();
    }

    /** What counts for an agreement as a whole: another of its groups may have met, too. */
    private static @Nullable LocalDate recorded(Circumstances.@Nullable Recorded agreement, AnchorEvent event) {
        var day = agreement == null ? null : agreement.facts().get(event.name());
        return day == null ? null : LocalDate.parse(day);
    }

    /** Whether it counts for an agreement, of whose groups the first establishment and the last meeting do. */
    private static boolean isNews(@Nullable String known, AnchorEvent event, LocalDate on) {
        if (known == null) {
            return true;
        }
        var before = LocalDate.parse(known);
        return event == AnchorEvent.GROUP_ESTABLISHED ? on.isBefore(before) : on.isAfter(before);
    }

    private final class News {
        private final List<Caused<DeadlineEvent>> told = new ArrayList<>();
        private final List<Deadline> changed = new ArrayList<>();
        private final Map<UUID, Received<?>> causes = new HashMap<>();

        private void add(Deadline deadline, DeadlineEvent event, @Nullable Received<?> cause) {
            told.add(new Caused<>(event, cause));
            changed.add(deadline);
            if (cause != null) {
                causes.put(deadline.id, cause);
            }
        }

        private void tell() {
            ledger.tell(told);
            consequences.follow(changed, causes);
        }
    }
}
