package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    @Nullable
    Instant startsAt;

    @Nullable
    Instant endsAt;

    /** The day on which it starts, in its zone. */
    @Nullable
    LocalDate startsOn;

    String zone;

    @Nullable
    String place;

    @Nullable
    String online;

    String host;

    /** What the calendars of those invited compare: see {@link #change}. */
    int sequence;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AgendaItem> agenda = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Invitee> invitees = List.of();

    @Nullable
    Instant convenedAt;

    /** Why the notice was shorter than agreed. */
    @Nullable
    String shortNotice;

    /** Empty until somebody says who is there. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Attendee> attendance = List.of();

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    /** The day on which people met, in its zone. */
    @Nullable
    LocalDate heldOn;

    /** Who was there of each side; counted when it is held. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Presence quorum;

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
        place = plan.place();
        online = plan.online();
        host = plan.host();
        changedAt = now;
        take(plan.times());
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
        return heldOn;
    }

    /** Whether it was held and enough of each side were there to decide. */
    public boolean isQuorate() {
        return status.isHeld() && quorum != null && quorum.isQuorum();
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
            return inviteAgain(invited, now);
        }
        become(MeetingStatus.CONVENED, "convened");
        if (place == null && online == null) {
            throw new RuleViolated(
                    "the meeting has neither a place nor an online address: say where before it is convened");
        }
        shortNotice = notice.check(times(), now);
        convenedAt = now;
        invitees = List.copyOf(invited);
        changedAt = now;
        return new MeetingConvened(state());
    }

    private MeetingEvent inviteAgain(List<Invitee> invited, Instant now) {
        var all = invited.stream()
                .map(one -> invitee(one.personId())
                        .filter(known -> known.as() == one.as())
                        .orElse(one))
                .toList();
        if (all.equals(invitees)) {
            throw new RuleViolated("everybody is invited already");
        }
        invitees = all;
        return changed(now);
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
        invitees = invitees.stream()
                .map(one -> one.equals(invitee) ? answered : one)
                .toList();
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
        return answer(person, sequence, said, comment, now, now);
    }

    /** Says who is there, or was. */
    MeetingEvent attend(List<Attendee> present, Presence counted, Instant now) {
        var isOpen = status == MeetingStatus.CONVENED || (status.isHeld() && status != MeetingStatus.MINUTES_AGREED);
        if (!isOpen) {
            throw new RuleViolated("nobody can be noted as present at a meeting that is " + status);
        }
        attendance = List.copyOf(present);
        quorum = status.isHeld() ? counted : null;
        return changed(now);
    }

    /** People have met. */
    MeetingEvent hold(Instant from, Instant until, List<Attendee> present, Presence counted, Instant now) {
        become(MeetingStatus.HELD, "held");
        if (from.isAfter(now)) {
            throw new InvalidRequest("startedAt", "must not be in the future");
        }
        if (until.isAfter(now)) {
            throw new InvalidRequest("endedAt", "must not be in the future");
        }
        if (!until.isAfter(from)) {
            throw new InvalidRequest("endedAt", "must be after startedAt");
        }
        startedAt = from;
        endedAt = until;
        heldOn = day(from);
        attendance = List.copyOf(present);
        quorum = counted;
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
        var end = silence.end(day(now));
        minutes = new Minutes(
                now,
                day(now),
                silence.period(),
                end,
                document,
                next,
                sides.stream().map(SidePosition::silent).toList());
        silenceEndsAt = end;
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

    /** The silence is over; empty when it says nothing new. */
    Optional<MeetingEvent> endSilence(Instant now) {
        var end = silenceEndsAt;
        silenceEndsAt = null;
        if (end == null || minutes == null || status != MeetingStatus.MINUTES_CIRCULATED) {
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
            silenceEndsAt = after.agreeBy();
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
        var circulated = minutes;
        if (circulated == null) {
            throw new RuleViolated("no minutes of this meeting were circulated yet");
        }
        switch (status) {
            case MINUTES_CIRCULATED -> {}
            case MINUTES_AGREED -> throw new RuleViolated("every side has agreed to the minutes already");
            case MINUTES_DISPUTED ->
                throw new RuleViolated("the minutes are disputed: a new round has to be circulated first");
            case PLANNED, CONVENED, POSTPONED, HELD, CANCELLED, VOIDED ->
                throw new RuleViolated("a meeting that is %s has no minutes to agree on".formatted(status));
        }
        return circulated;
    }

    /** It will not be on its day; with new times it stands as before, on its new day. */
    MeetingEvent postpone(String reason, @Nullable Times next, Notice notice, Instant now) {
        var before = status;
        become(MeetingStatus.POSTPONED, "postponed");
        because = reason;
        if (next == null) {
            startsAt = null;
            endsAt = null;
            startsOn = null;
        } else {
            become(before, "planned");
            shortNotice = isConvened() ? notice.check(next, now) : shortNotice;
            take(next);
        }
        askAnew(now);
        return new MeetingPostponed(state());
    }

    /** It gets other times or another place; one that was postponed has a day again. */
    MeetingEvent reschedule(Times next, @Nullable String where, @Nullable String address, Notice notice, Instant now) {
        requireToCome("be rescheduled");
        var isMoved = !next.startsAt().equals(startsAt) || !next.endsAt().equals(endsAt);
        if (!isMoved && next.zone().equals(zone) && Objects.equals(where, place) && Objects.equals(address, online)) {
            throw new RuleViolated("that is when and where the meeting is already");
        }
        if (status == MeetingStatus.POSTPONED) {
            become(isConvened() ? MeetingStatus.CONVENED : MeetingStatus.PLANNED, "planned");
        }
        shortNotice = isMoved && isConvened() ? notice.check(next, now) : shortNotice;
        place = where;
        online = address;
        take(next);
        if (isMoved) {
            askAnew(now);
        } else {
            change(now);
        }
        return new MeetingChanged(state());
    }

    MeetingEvent cancel(String reason, Instant now) {
        become(MeetingStatus.CANCELLED, "cancelled");
        because = reason;
        sequence++;
        changedAt = now;
        return new MeetingCancelled(state());
    }

    /** It was entered by mistake: it was never to be, or never was. */
    MeetingEvent declareVoid(String reason, Instant now) {
        if (status.isToCome()) {
            sequence++;
        }
        become(MeetingStatus.VOIDED, "voided");
        because = reason;
        silenceEndsAt = null;
        changedAt = now;
        return new MeetingVoided(state());
    }

    private void take(Times times) {
        startsAt = times.startsAt();
        endsAt = times.endsAt();
        startsOn = times.day();
        zone = times.zone();
    }

    /** Only where people were invited a calendar has to notice that something is another by now. */
    private void change(Instant now) {
        if (isConvened()) {
            sequence++;
        }
        changedAt = now;
    }

    private void askAnew(Instant now) {
        change(now);
        invitees = invitees.stream().map(one -> one.askedAnew(sequence, now)).toList();
    }

    private boolean isConvened() {
        return convenedAt != null;
    }

    Optional<Invitee> invitee(UUID person) {
        return invitees.stream().filter(one -> one.personId().equals(person)).findFirst();
    }

    /** Its times, which only one that is postponed has not. */
    Times times() {
        if (startsAt == null || endsAt == null) {
            throw new RuleViolated("the meeting is postponed to a day that is not known yet");
        }
        return new Times(startsAt, endsAt, zone);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(ZoneId.of(zone)).toLocalDate();
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
        return new MeetingState(
                id,
                workingGroupId,
                number,
                kind,
                title,
                status,
                startsAt,
                endsAt,
                zone,
                place,
                online,
                host,
                sequence,
                agenda,
                invitees.stream().map(MeetingState.Invited::of).toList(),
                minutes == null ? null : MeetingState.Circulated.of(minutes),
                stored ? version + 1 : version);
    }
}
