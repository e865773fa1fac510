package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingAnswered;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingCancelled;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingChanged;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingConvened;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingHeld;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesAgreed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesCirculated;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesDisputed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingPlanned;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingPostponed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingVoided;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** A group meets: when, where, who is invited, who came, and what the sides say to the minutes. */
@Entity
@CheckReturnValue
public class Meeting {

    @Id
    UUID id;

    @Version
    long version = 1;

    UUID workingGroupId;

    @Nullable
    Integer number;

    @Enumerated(EnumType.STRING)
    MeetingKind kind;

    String title;

    @Enumerated(EnumType.STRING)
    MeetingStatus status = MeetingStatus.PLANNED;

    @Embedded
    Appointment appointment;

    String host;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AgendaItem> agenda = List.of();

    @Embedded
    Invitations invitations = Invitations.NONE;

    @Embedded
    Sitting sitting = Sitting.TO_COME;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Minutes minutes;

    /** When the silence of the sides is to be looked at. */
    @Nullable
    Instant silenceEndsAt;

    /** Why it was postponed, cancelled or voided. */
    @Nullable
    String because;

    /** When something that others see of it was new last. */
    Instant changedAt;

    /** The database's: the instant, or the end of time, so that a list has one order. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Instant startsOrder;

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected Meeting() {}

    Meeting(Plan plan, Instant now) {
        id = Ids.next();
        stored = false;
        workingGroupId = plan.workingGroupId();
        number = plan.number();
        kind = plan.kind();
        title = plan.title();
        appointment = Appointment.at(plan.times(), plan.place(), plan.online());
        host = plan.host();
        changedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID workingGroupId() {
        return workingGroupId;
    }

    public MeetingStatus status() {
        return status;
    }

    /** The day on which it was held, where it was; null before. */
    public @Nullable LocalDate heldOn() {
        return sitting.heldOn();
    }

    /** The day on which people met, or else are to meet; null while it is not known. */
    @Nullable
    LocalDate day() {
        return sitting.heldOn() == null ? appointment.startsOn() : sitting.heldOn();
    }

    /** Whether it was held and enough of each side were there to decide. */
    public boolean isQuorate() {
        return status.isHeld() && sitting.isQuorate();
    }

    MeetingEvent plan() {
        return new MeetingPlanned(state());
    }

    /**
     * Invites people; again, when it is convened already, whoever was not invited yet, and nobody any more who has left.
     *
     * @param invited all who are to come now
     */
    MeetingEvent convene(List<Invitee> invited, Notice notice, Instant now) {
        if (status == MeetingStatus.CONVENED) {
            invitations = invitations.sentAgain(invited);
            return changed(now);
        }
        become(MeetingStatus.CONVENED, "convened");
        appointment.requireWhere();
        invitations = invitations.sent(invited, notice.check(times(), now), now);
        changedAt = now;
        return new MeetingConvened(state());
    }

    MeetingEvent setAgenda(List<AgendaItem> items, Instant now) {
        requireToCome("have another agenda");
        agenda = List.copyOf(items);
        return changed(now);
    }

    /** Somebody answers; empty when he has answered later, or to another time. */
    Optional<MeetingEvent> answer(UUID person, int to, Answer said, @Nullable String comment, Instant at, Instant now) {
        var invitee = invitee(person).orElse(null);
        if (status != MeetingStatus.CONVENED
                || invitee == null
                || to < invitee.asked()
                || at.isBefore(invitee.since())) {
            return Optional.empty();
        }
        var answered = invitee.answering(said, comment, at);
        invitations = invitations.answered(invitee, answered);
        if (said == invitee.answer() && Objects.equals(comment, invitee.comment())) {
            return Optional.empty();
        }
        changedAt = now;
        return Optional.of(new MeetingAnswered(state()));
    }

    /** Likewise, by somebody who is there to hear why not. */
    Optional<MeetingEvent> reply(UUID person, Answer said, @Nullable String comment, Instant now) {
        if (status != MeetingStatus.CONVENED) {
            throw new RuleViolated("a meeting that is %s takes no answers".formatted(status));
        }
        if (invitee(person).isEmpty()) {
            throw new InvalidRequest("person", "is not invited to this meeting");
        }
        return answer(person, invitations.sequence(), said, comment, now, now);
    }

    /** Says who is there, or was. */
    MeetingEvent attend(List<Attendee> present, Presence counted, Instant now) {
        var isOpen = status == MeetingStatus.CONVENED || (status.isHeld() && status != MeetingStatus.MINUTES_AGREED);
        if (!isOpen) {
            throw new RuleViolated("nobody can be noted as present at a meeting that is " + status);
        }
        sitting = sitting.attendedBy(present, counted);
        return changed(now);
    }

    /** People have met. */
    MeetingEvent hold(Instant from, Instant until, List<Attendee> present, Presence counted, Instant now) {
        become(MeetingStatus.HELD, "held");
        Sitting.requirePast(from, until, now);
        sitting = Sitting.held(from, until, appointment.day(from), present, counted);
        changedAt = now;
        return new MeetingHeld(state());
    }

    /** A round of minutes is laid before the sides. */
    MeetingEvent circulate(Paper document, @Nullable Integer round, Silence silence, List<String> sides, Instant now) {
        become(MeetingStatus.MINUTES_CIRCULATED, "followed by a round of minutes");
        var next = minutes == null ? 1 : minutes.round() + 1;
        if (round != null && round != next) {
            throw new RuleViolated("the next round of minutes is %d, not %d".formatted(next, round));
        }
        minutes = Minutes.circulated(now, appointment.day(now), silence, document, next, sides);
        silenceEndsAt = minutes.lookedAt();
        changedAt = now;
        return new MeetingMinutesCirculated(state());
    }

    MeetingEvent agree(String side, @Nullable String note, Instant now) {
        return follow(requireMinutes().agree(side, note, now), now);
    }

    MeetingEvent dispute(String side, String reason, Instant now) {
        minutes = requireMinutes().dispute(side, reason, now);
        become(MeetingStatus.MINUTES_DISPUTED, "disputed");
        silenceEndsAt = null;
        changedAt = now;
        return new MeetingMinutesDisputed(state());
    }

    /** Counts the silence of the sides with the times in which it stood; empty when nothing is another by it. */
    Optional<MeetingEvent> countSilence(List<GroupParty> parties, List<Suspension> suspensions, Instant now) {
        if (minutes == null || status != MeetingStatus.MINUTES_CIRCULATED) {
            return Optional.empty();
        }
        var counted = minutes.counted(Silence.of(minutes.silence(), parties, suspensions));
        if (counted.equals(minutes)) {
            return Optional.empty();
        }
        minutes = counted;
        silenceEndsAt = counted.lookedAt();
        return Optional.of(changed(now));
    }

    /** The silence is over; empty when it says nothing new. */
    Optional<MeetingEvent> endSilence(Instant now) {
        var end = silenceEndsAt;
        silenceEndsAt = null;
        if (end == null || minutes == null || minutes.doesStand() || status != MeetingStatus.MINUTES_CIRCULATED) {
            return Optional.empty();
        }
        var after = minutes.afterSilence(end);
        return after.equals(minutes) ? Optional.empty() : Optional.of(follow(after, now));
    }

    /** Somebody of a side was shown to be told of a round of minutes; perhaps that is heard after the silence is over. */
    void told(String side, int round, Instant at) {
        if (minutes == null || status != MeetingStatus.MINUTES_CIRCULATED || minutes.round() != round) {
            return;
        }
        var after = minutes.told(side, at);
        if (!after.equals(minutes)) {
            minutes = after;
            silenceEndsAt = after.lookedAt();
        }
    }

    private MeetingEvent follow(Minutes after, Instant now) {
        minutes = after;
        if (!after.areAgreed()) {
            return changed(now);
        }
        become(MeetingStatus.MINUTES_AGREED, "agreed");
        silenceEndsAt = null;
        changedAt = now;
        return new MeetingMinutesAgreed(state());
    }

    private Minutes requireMinutes() {
        if (minutes == null) {
            throw new RuleViolated("no minutes of this meeting were circulated yet");
        }
        status.requireMinutesGoRound();
        return minutes;
    }

    /** It will not be on its day; with new times it stands as before, on its new day. */
    MeetingEvent postpone(String reason, @Nullable Times next, Notice notice, Instant now) {
        var before = status;
        become(MeetingStatus.POSTPONED, "postponed");
        because = reason;
        if (next == null) {
            appointment = appointment.withoutDay();
        } else {
            become(before, "planned");
            move(next, notice, now);
        }
        invitations = invitations.askedAnew(now);
        changedAt = now;
        return new MeetingPostponed(state());
    }

    /** It gets other times or another place; one that was postponed has a day again. */
    MeetingEvent reschedule(Times next, @Nullable String where, @Nullable String address, Notice notice, Instant now) {
        requireToCome("be rescheduled");
        if (!appointment.isChangedBy(next, where, address)) {
            throw new RuleViolated("that is when and where the meeting is already");
        }
        var isMoved = appointment.isMovedBy(next);
        if (status == MeetingStatus.POSTPONED) {
            become(invitations.areSent() ? MeetingStatus.CONVENED : MeetingStatus.PLANNED, "planned");
        }
        if (isMoved) {
            move(next, notice, now);
        }
        appointment = Appointment.at(next, where, address);
        invitations = isMoved ? invitations.askedAnew(now) : invitations.changed();
        return changed(now);
    }

    private void move(Times next, Notice notice, Instant now) {
        invitations = invitations.movedTo(next, notice, now);
        appointment = appointment.at(next);
    }

    MeetingEvent cancel(String reason, Instant now) {
        become(MeetingStatus.CANCELLED, "cancelled");
        because = reason;
        invitations = invitations.raised();
        changedAt = now;
        return new MeetingCancelled(state());
    }

    /** It was entered by mistake: it was never to be, or never was. */
    MeetingEvent declareVoid(String reason, Instant now) {
        if (status.isToCome()) {
            invitations = invitations.raised();
        }
        become(MeetingStatus.VOIDED, "voided");
        because = reason;
        silenceEndsAt = null;
        changedAt = now;
        return new MeetingVoided(state());
    }

    Optional<Invitee> invitee(UUID person) {
        return invitations.of(person);
    }

    /** Its times, which only one that is postponed has not. */
    Times times() {
        return appointment.times();
    }

    private void requireToCome(String what) {
        if (!status.isToCome()) {
            throw new RuleViolated("a meeting that is %s cannot %s any more".formatted(status, what));
        }
    }

    private void become(MeetingStatus next, String word) {
        if (!status.canBecome(next)) {
            throw new RuleViolated("a meeting that is %s cannot be %s".formatted(status, word));
        }
        status = next;
    }

    private MeetingEvent changed(Instant now) {
        changedAt = now;
        return new MeetingChanged(state());
    }

    private MeetingState state() {
        return MeetingState.of(this, stored ? version + 1 : version);
    }
}
