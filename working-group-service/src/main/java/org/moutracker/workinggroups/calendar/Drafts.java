package org.moutracker.workinggroups.calendar;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/** Works on drafts: nobody overwrites what he has not seen. */
@ApplicationScoped
class Drafts {

    // As organizations name the calendar that they keep.
    private static final String AUTHORITY = "[A-Z][A-Z0-9-]{1,15}";

    private final DraftRepository drafts;
    private final CalendarRepository calendars;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    Drafts(DraftRepository drafts, CalendarRepository calendars, SecurityIdentity caller, InstantSource clock) {
        this.drafts = drafts;
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    Draft get(String authority) {
        return drafts.find(authority).orElseThrow(() -> new NotFound("draft of this calendar"));
    }

    /** Puts other content in place of the draft, or begins one; an authority that is not known yet begins with it. */
    @Transactional(MANDATORY)
    Draft put(String authority, @Nullable String ifMatch, CalendarContent content) {
        if (!authority.matches(AUTHORITY)) {
            throw new InvalidRequest("authority", "must be 2 to 16 capitals, digits and hyphens, such as PK6");
        }
        var present = drafts.lock(authority);
        if (present.isPresent()) {
            Versions.require(ifMatch, present.get().version());
        } else if (ifMatch != null) {
            throw new Refused(ProblemType.STALE, "there is no draft any more");
        }
        return write(
                present, authority, current(authority).map(Calendar::revision).orElse(0), content);
    }

    /** Changes the draft; without one it begins with the calendar as it is. */
    @Transactional(MANDATORY)
    Draft change(String authority, @Nullable String ifMatch, UnaryOperator<CalendarContent> change) {
        var present = drafts.lock(authority);
        if (present.isPresent()) {
            Versions.require(ifMatch, present.get().version());
            return write(
                    present,
                    authority,
                    present.get().basedOn(),
                    change.apply(present.get().content()));
        }
        var current = current(authority).orElseThrow(() -> new NotFound("calendar"));
        return write(present, authority, current.revision(), change.apply(CalendarContent.of(current)));
    }

    /** The draft, which is then gone. */
    @Transactional(MANDATORY)
    Draft take(String authority, @Nullable String ifMatch) {
        var draft = drafts.lock(authority).orElseThrow(() -> new NotFound("draft of this calendar"));
        Versions.require(ifMatch, draft.version());
        drafts.remove(authority);
        return draft;
    }

    private Draft write(Optional<Draft> present, String authority, int basedOn, CalendarContent content) {
        var draft = new Draft(
                authority,
                present.map(Draft::version).orElse(0L) + 1,
                basedOn,
                content,
                caller.getPrincipal().getName(),
                clock.instant());
        if (present.isPresent()) {
            drafts.replace(draft);
        } else if (!drafts.add(draft)) {
            throw new Refused(ProblemType.STALE, "somebody else has begun a draft");
        }
        return draft;
    }

    private Optional<Calendar> current(String authority) {
        return Optional.ofNullable(calendars.current().get(authority)).map(Revision::calendar);
    }
}
