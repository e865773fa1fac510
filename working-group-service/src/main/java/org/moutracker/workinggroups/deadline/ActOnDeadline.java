package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Does to a deadline what a person does to the thing that is due, in the caller's transaction. */
@ApplicationScoped
@Transactional(MANDATORY)
public class ActOnDeadline {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    ActOnDeadline(
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

    /** Nobody else changes it until the transaction ends. */
    public void lock(UUID id) {
        var _ = deadlines.lock(id);
    }

    /** It is done on that day, which is not in the future. */
    public void complete(UUID id, LocalDate on, @Nullable String note, String who) {
        change(id, deadline -> deadline.complete(on, note, clock.instant()), who);
    }

    /** It is not wanted any more. */
    public void cancel(UUID id, String reason, String who) {
        change(id, deadline -> deadline.cancel(reason, clock.instant()), who);
    }

    /** Likewise, if it is open still; answers whether it was. */
    public boolean cancelIfOpen(UUID id, String reason, String who) {
        var isOpen = deadlines.lock(id).course.isOpen();
        if (isOpen) {
            cancel(id, reason, who);
        }
        return isOpen;
    }

    /** It is not done after all. */
    public void reopen(UUID id, String reason, String who) {
        change(id, deadline -> deadline.reopen(reason, calendars.current(), clock.instant()), who);
    }

    private void change(UUID id, Function<Deadline, DeadlineEvent> command, String who) {
        var deadline = deadlines.lock(id);
        ledger.tell(command.apply(deadline), who);
        consequences.follow(List.of(deadline));
    }
}
