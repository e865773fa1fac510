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
    private final KnownCalendars calendars;
    private final InstantSource clock;

    FollowRecords(
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

    /** Tells entered deadlines what their agreements say by now, each agreement with the event that says so. */
    @Transactional(MANDATORY)
    public void follow(Map<UUID, Circumstances.Recorded> agreements, Map<UUID, ? extends Received<?>> causes) {
        var entered = deadlines.lockEntered(agreements.keySet());
        if (entered.isEmpty()) {
            return;
        }
        var known = calendars.current();
        var now = clock.instant();
        var news = new News();
        for (var deadline : entered) {
            var recorded = agreements.get(deadline.agreementId);
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

    /** Tells whatever counts from its establishment that a group is established. */
    @Transactional(MANDATORY)
    public void established(UUID workingGroup, List<UUID> agreements, LocalDate on, Instant now) {
        var anchored = deadlines.lockAnchored(workingGroup, agreements, AnchorEvent.GROUP_ESTABLISHED);
        var known = calendars.current();
        var news = new News();
        for (var deadline : anchored) {
            deadline.learn(AnchorEvent.GROUP_ESTABLISHED, on, known, now)
                    .ifPresent(event -> news.add(deadline, event, null));
        }
        news.tell();
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
