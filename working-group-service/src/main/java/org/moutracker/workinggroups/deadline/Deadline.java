package org.moutracker.workinggroups.deadline;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Rule;

/** Something that is due: the rule and the facts say when, the status what became of it. */
@Entity
@CheckReturnValue
public class Deadline {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Enumerated(EnumType.STRING)
    DeadlineKind kind;

    String title;
    UUID agreementId;
    UUID commitmentId;

    @Nullable
    UUID workingGroupId;

    @Enumerated(EnumType.STRING)
    DeadlineStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> rule;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> facts;

    /** Whether the parties have moved it, so that it follows the commitment's own rule no more. */
    boolean extended;

    @Nullable
    LocalDate extendedTo;

    Schedule schedule;
    int scheduleNo;
    Instant scheduledAt;
    boolean passed;

    @JdbcTypeCode(SqlTypes.JSON)
    Origin origin;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Responsible> responsible;

    @Nullable
    LocalDate metOn;

    /** The database's: the instant, or the end of time, so that a list has one order. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Instant dueOrder;

    @Transient
    boolean stored = true; // false until it was read from the database: what is told of a new one is version 1

    protected Deadline() {}

    Deadline(Commissioned by, Calendars calendars, Instant at) {
        id = Ids.next();
        stored = false;
        kind = by.kind();
        agreementId = by.agreementId();
        workingGroupId = by.workingGroupId();
        commitmentId = by.commitmentId();
        describe(by);
        rule = by.rule().toJson();
        schedule = Schedule.of(by.rule(), facts, calendars);
        status = statusBySchedule();
        scheduleNo = schedule.dueAt() == null ? 0 : 1;
        scheduledAt = at;
    }

    private void describe(Commissioned by) {
        title = by.title();
        facts = by.facts();
        origin = by.origin();
        responsible = by.responsible();
    }

    DeadlineEvent open(Instant now) {
        var cause = "commitment %s was opened".formatted(origin.commitment());
        return new DeadlineEvent.DeadlineOpened(state(new Change(now, null, schedule.lastDay(), cause)));
    }

    /**
     * Follows what commissioned it; an answer only if something that others see has changed.
     *
     * @param at when it happened there
     */
    Optional<DeadlineEvent> follow(Commissioned by, Calendars calendars, Instant at, Instant now) {
        var isRenamed =
                !title.equals(by.title()) || !origin.equals(by.origin()) || !responsible.equals(by.responsible());
        var before = facts;
        describe(by);
        if (!extended) {
            rule = by.rule().toJson();
        }
        Optional<DeadlineEvent> moved = status.isOpen()
                ? reckon(calendars, at, now, RuleDays.difference(rule(), before, facts))
                : Optional.empty();
        return moved.isEmpty() && isRenamed ? Optional.of(changed(now, "its commitment was changed")) : moved;
    }

    /** Asks the engine again, unless its day was agreed on or its clock stands. */
    private Optional<DeadlineEvent> reckon(Calendars calendars, Instant at, Instant now, String cause) {
        if (extendedTo != null || status == DeadlineStatus.PAUSED) {
            return Optional.empty();
        }
        var next = Schedule.of(rule(), facts, calendars);
        return settle(extended ? Extension.kept(schedule, next) : next, at, now, cause);
    }

    /** Counts again with other calendars or newer time-zone data; a day that was agreed on stands, its midnight may not. */
    Optional<DeadlineEvent> recompute(Calendars calendars, String cause, Instant now) {
        if (extendedTo == null || status == DeadlineStatus.PAUSED) {
            return reckon(calendars, now, now, cause);
        }
        var next = new Extension.ToDay(extendedTo).schedule(rule(), facts, calendars, cause);
        return settle(next.explainedBy(schedule.explanation()), now, now, cause);
    }

    private Optional<DeadlineEvent> settle(Schedule next, Instant at, Instant now, String cause) {
        var earlier = schedule;
        var wasWaiting = status == DeadlineStatus.AWAITING_ANCHOR;
        schedule = next;
        if (schedule.saysTheSameAs(earlier)) {
            return Optional.empty();
        }
        status = statusBySchedule();
        if (!schedule.isMovedFrom(earlier)) {
            return Optional.of(changed(now, cause));
        }
        reschedule(at);
        var state = state(new Change(now, earlier.lastDay(), schedule.lastDay(), cause));
        return Optional.of(
                wasWaiting && schedule.dueAt() != null
                        ? new DeadlineEvent.DeadlineArmed(state)
                        : new DeadlineEvent.DeadlineRescheduled(state));
    }

    /** What was due is done on that day. */
    public DeadlineEvent meet(LocalDate on, String because, Instant now) {
        become(DeadlineStatus.MET, "met");
        var anchor = RuleDays.anchor(rule(), facts);
        if (anchor != null && on.isBefore(anchor)) {
            throw new InvalidRequest("on", "must not be before %s, the day it is counted from".formatted(anchor));
        }
        metOn = on;
        return new DeadlineEvent.DeadlineMet(
                state(standing(now, "met on " + on + (because.isEmpty() ? "" : ": " + because))));
    }

    /** Like {@link #meet}, told by somebody who cannot know the future. */
    DeadlineEvent complete(LocalDate on, @Nullable String note, Instant now) {
        var today = RuleDays.latest(rule(), now);
        if (on.isAfter(today)) {
            throw new InvalidRequest("on", "must not be after today, %s".formatted(today));
        }
        return meet(on, note == null ? "" : note.strip(), now);
    }

    DeadlineEvent extend(Extension to, String reason, Calendars calendars, Instant now) {
        if (!status.isOpen()) {
            throw new RuleViolated("a deadline that is %s cannot be extended: reopen it first".formatted(status));
        }
        var cause = "extended: " + reason;
        var earlier = schedule;
        var next = to.schedule(rule(), facts, calendars, cause);
        Extension.requireLater(next, earlier, now);
        rule = to.rule(rule()).toJson();
        extended = true;
        extendedTo = to.day();
        schedule = next;
        status = status == DeadlineStatus.PAUSED ? status : statusBySchedule();
        reschedule(now);
        return new DeadlineEvent.DeadlineRescheduled(
                state(new Change(now, earlier.lastDay(), schedule.lastDay(), cause)));
    }

    DeadlineEvent waive(String reason, Instant now) {
        become(DeadlineStatus.WAIVED, "waived");
        return new DeadlineEvent.DeadlineWaived(state(standing(now, "waived: " + reason)));
    }

    DeadlineEvent reopen(String reason, Calendars calendars, Instant now) {
        if (status.isOpen()) {
            throw new RuleViolated("a deadline that is %s is open already".formatted(status));
        }
        var before = schedule.lastDay();
        become(statusBySchedule(), "reopened");
        metOn = null;
        var _ = reckon(calendars, now, now, ""); // told by the event of the reopening
        return new DeadlineEvent.DeadlineReopened(
                state(new Change(now, before, schedule.lastDay(), "reopened: " + reason)));
    }

    /** Tells that the claiming statement, which has raised the version, found its instant passed. */
    DeadlineEvent pass(Instant now) {
        return new DeadlineEvent.DeadlinePassed(
                DeadlineState.of(this, standing(now, "the last day has passed"), version));
    }

    private void become(DeadlineStatus next, String word) {
        if (!status.canBecome(next)) {
            throw new RuleViolated("a deadline that is %s cannot be %s".formatted(status, word));
        }
        status = next;
    }

    private void reschedule(Instant at) {
        scheduleNo++;
        scheduledAt = at;
        passed = false;
    }

    private DeadlineStatus statusBySchedule() {
        return schedule.isPending() ? DeadlineStatus.AWAITING_ANCHOR : DeadlineStatus.ACTIVE;
    }

    Rule rule() {
        return Rule.parse(rule);
    }

    private DeadlineEvent changed(Instant now, String cause) {
        return new DeadlineEvent.DeadlineChanged(state(standing(now, cause)));
    }

    private Change standing(Instant now, String cause) {
        return new Change(now, schedule.lastDay(), schedule.lastDay(), cause);
    }

    private DeadlineState state(Change change) {
        return DeadlineState.of(this, change, stored ? version + 1 : version);
    }
}
