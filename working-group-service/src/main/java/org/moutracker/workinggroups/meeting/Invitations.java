package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Who is asked to come, and what they say.
 *
 * @param sequence what the calendars of those invited compare: it rises when what stands there is another by now
 * @param shortNotice why the notice was shorter than agreed
 */
@Embeddable
@CheckReturnValue
record Invitations(
        @JdbcTypeCode(SqlTypes.JSON) List<Invitee> invitees,
        @Nullable Instant convenedAt,
        int sequence,
        @Nullable String shortNotice) {

    static final Invitations NONE = new Invitations(List.of(), null, 0, null);

    boolean areSent() {
        return convenedAt != null;
    }

    Optional<Invitee> of(UUID person) {
        return invitees.stream().filter(one -> one.personId().equals(person)).findFirst();
    }

    Invitations sent(List<Invitee> invited, @Nullable String notice, Instant now) {
        return new Invitations(List.copyOf(invited), now, sequence, notice);
    }

    /** To whoever was not invited yet, and to nobody any more who has left. */
    Invitations sentAgain(List<Invitee> invited) {
        var all = invited.stream()
                .map(one -> of(one.personId())
                        .filter(known -> known.as() == one.as())
                        .orElse(one))
                .toList();
        if (all.equals(invitees)) {
            throw new RuleViolated("everybody is invited already");
        }
        return with(all);
    }

    Invitations answered(Invitee before, Invitee after) {
        return with(
                invitees.stream().map(one -> one.equals(before) ? after : one).toList());
    }

    /** Only where people were invited a calendar has to notice that something is another by now. */
    Invitations changed() {
        return areSent() ? raised() : this;
    }

    Invitations raised() {
        return new Invitations(invitees, convenedAt, sequence + 1, shortNotice);
    }

    /** Nobody can have answered to a time that he did not know. */
    Invitations askedAnew(Instant now) {
        var next = changed();
        return next.with(
                invitees.stream().map(one -> one.askedAnew(next.sequence, now)).toList());
    }

    /** For another time, of which notice is given anew where people were invited. */
    Invitations movedTo(Times next, Notice notice, Instant now) {
        return areSent() ? new Invitations(invitees, convenedAt, sequence, notice.check(next, now)) : this;
    }

    private Invitations with(List<Invitee> others) {
        return new Invitations(others, convenedAt, sequence, shortNotice);
    }
}
