package org.moutracker.workinggroups.calendar;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.calendar.CalendarEvent.CalendarPublished;

/** Publishes revisions: stored, told, and the work that follows begun, all in one transaction. */
@ApplicationScoped
class PublishCalendar {

    private final CalendarRepository calendars;
    private final CalendarLock lock;
    private final Consequences consequences;
    private final Outbox outbox;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    PublishCalendar(
            CalendarRepository calendars,
            CalendarLock lock,
            Consequences consequences,
            Outbox outbox,
            SecurityIdentity caller,
            InstantSource clock) {
        this.calendars = calendars;
        this.lock = lock;
        this.consequences = consequences;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a draft would be if it were published now. */
    Revision asRevision(Draft draft) {
        requireUpToDate(draft, current(draft.authority()));
        return revision(draft.content().as(draft.authority(), draft.basedOn() + 1), "");
    }

    @Transactional(MANDATORY)
    Revision publish(Draft draft, String reason) {
        lock.publishing();
        var present = current(draft.authority());
        requireUpToDate(draft, present);
        if (present.map(CalendarContent::of).filter(draft.content()::equals).isPresent()) {
            throw new RuleViolated("the draft says what revision %d says already".formatted(draft.basedOn()));
        }
        return publish(draft.content().as(draft.authority(), draft.basedOn() + 1), reason);
    }

    @Transactional(MANDATORY)
    Revision confirm(String authority, Confirmation confirmation) {
        lock.publishing();
        var present = current(authority).orElseThrow(() -> new NotFound("calendar"));
        var confirmed = confirmation.of(CalendarContent.of(present));
        return publish(confirmed.as(authority, present.revision() + 1), confirmation.because());
    }

    private Revision publish(Calendar calendar, String reason) {
        var revision = revision(calendar, reason);
        calendars.add(List.of(revision));
        var told = outbox.publish(new CalendarPublished(CalendarState.of(revision)));
        consequences.begin(calendar.authority(), calendar.revision(), told, revision.publishedBy());
        return revision;
    }

    private Revision revision(Calendar calendar, String reason) {
        return new Revision(calendar, clock.instant(), caller.getPrincipal().getName(), reason);
    }

    private static void requireUpToDate(Draft draft, Optional<Calendar> present) {
        int current = present.map(Calendar::revision).orElse(0);
        if (draft.basedOn() != current) {
            throw new RuleViolated("the draft is based on revision %d, by now revision %d counts: put the draft anew"
                    .formatted(draft.basedOn(), current));
        }
    }

    private Optional<Calendar> current(String authority) {
        return Optional.ofNullable(calendars.current().get(authority)).map(Revision::calendar);
    }
}
