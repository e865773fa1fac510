package org.moutracker.workinggroups.deadline;

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
import java.util.HashMap;
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
import org.moutracker.timerules.AnchorEvent;
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

    @Nullable
    UUID commitmentId;

    @Nullable
    UUID workingGroupId;

    @Embedded
    Descent descent;

    /** Whether another time follows. */
    boolean recurs;

    @Enumerated(EnumType.STRING)
    DeadlineStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable
    Closing closedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> rule;

    /** What is recorded of the agreement, its groups, and the deadlines that the rule names. */
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> facts;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Suspension> suspensions = List.of();

    /** Legal events after which it need not be kept; a source looks at its own before it asks. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> unless = List.of();

    // An array and not a list: lists of texts are JSON in this class, and the two must not be mixed up.
    String[] dependsOn = {};

    /** Whether the parties have moved it, so that it follows its source's own rule no more. */
    boolean extended;

    @Nullable
    LocalDate extendedTo;

    @Nullable
    LocalDate extendedOn;

    Schedule schedule;
    int scheduleNo;
    Instant scheduledAt;
    boolean passed;

    /** What becomes of it when its instant has come. */
    @Enumerated(EnumType.STRING)
    DeadlineStatus oncePassed;

    @JdbcTypeCode(SqlTypes.JSON)
    Origin origin;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Responsible> responsible;

    /** The side that alone sees it; null when all do. */
    @Nullable
    String internalTo;

    /** The codes of that side's parties. */
    String[] internalParties = {};

    @Nullable
    LocalDate metOn;

    /** The database's: the instant, or the end of time, so that a list has one order. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Instant dueOrder;

    @Transient
    boolean stored = true; // false until it was read from the database: what is told of a new one is version 1

    protected Deadline() {}

    Deadline(Commissioned by, int occurrence, Calendars calendars, Instant at) {
        id = Ids.next();
        stored = false;
        kind = by.kind();
        agreementId = by.agreementId();
        commitmentId = by.commitmentId();
        descent = Descent.of(by, occurrence);
        oncePassed = kind.oncePassed();
        describe(by);
        rule(by.ruleOf(occurrence));
        schedule = Reckoning.of(this, calendars);
        recurs = Reckoning.recurs(this, calendars);
        status = statusBySchedule();
        scheduleNo = schedule.dueAt() == null ? 0 : 1;
        scheduledAt = at;
    }

    /** One that a person enters. */
    static Deadline entered(
            Entry entry, Map<String, String> facts, List<Suspension> suspensions, Calendars calendars, Instant at) {
        var deadline = new Deadline(entry.commissioned(facts, suspensions), 0, calendars, at);
        deadline.internalTo = entry.internalTo();
        deadline.internalParties = entry.internalParties().toArray(String[]::new);
        deadline.unless = entry.unless();
        return deadline;
    }

    private void describe(Commissioned by) {
        title = by.title();
        workingGroupId = by.workingGroupId();
        facts = by.facts();
        suspensions = kind.isSuspendable() ? by.suspensions() : List.of();
        origin = by.origin();
        responsible = by.responsible();
    }

    /** Whether this time is over and another follows. */
    boolean goesOn() {
        return recurs && (passed || !status.isOpen()) && closedBy != Closing.SOURCE;
    }

    /** The next time of what recurs. */
    Deadline next(Calendars calendars, Instant at) {
        var as = new Commissioned(
                descent.source(),
                kind,
                title,
                agreementId,
                workingGroupId,
                commitmentId,
                0,
                descent.first(rule()),
                descent.recurrence(),
                facts,
                suspensions,
                Standing.open(),
                origin,
                responsible);
        var next = new Deadline(as, descent.occurrence() + 1, calendars, at);
        next.internalTo = internalTo;
        next.internalParties = internalParties;
        next.unless = unless;
        return next;
    }

    /** What others count from, under every name that they may use. */
    Map<String, References.Days> named() {
        return new NamedDays(id, descent.alias(), status, schedule.lastDay(), schedule.certainty(), metOn).named();
    }

    DeadlineEvent open(Instant now) {
        return new DeadlineEvent.DeadlineOpened(
                state(new Change(now, null, schedule.lastDay(), Causes.ofOpening(this))));
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
        descent = Descent.of(by, descent.occurrence());
        if (!extended) {
            rule(by.ruleOf(descent.occurrence()));
        }
        var event = stand(by.standing(), calendars, at, now, before);
        return event.isEmpty() && isRenamed ? Optional.of(changed(now, Causes.ofRenaming(this))) : event;
    }

    /** Learns what is recorded by now; for a deadline that no source tells. */
    Optional<DeadlineEvent> learn(
            Map<String, String> recorded,
            List<Suspension> suspended,
            Standing standing,
            Calendars calendars,
            Instant at,
            Instant now) {
        var before = facts;
        facts = References.kept(facts, rule(), recorded);
        suspensions = kind.isSuspendable() ? suspended : List.of();
        return stand(standing, calendars, at, now, before);
    }

    /** Notes what is known of the deadlines that its rule names, or will name. */
    void knows(Map<String, String> references) {
        facts = References.renewed(facts, rule(), references);
    }

    /** Learns the days of the deadlines that its rule names. */
    Optional<DeadlineEvent> refer(Map<String, String> references, Calendars calendars, Instant now) {
        return learn(References.renewed(facts, rule(), references), calendars, now);
    }

    /** Learns one fact more. */
    Optional<DeadlineEvent> learn(AnchorEvent event, LocalDate on, Calendars calendars, Instant now) {
        var known = new HashMap<>(facts);
        known.put(event.name(), on.toString());
        return learn(known, calendars, now);
    }

    private Optional<DeadlineEvent> learn(Map<String, String> recorded, Calendars calendars, Instant now) {
        var before = facts;
        facts = Map.copyOf(recorded);
        var cause = RuleDays.difference(rule(), before, facts);
        if (status.isOpen()) {
            return reckon(calendars, now, now, cause);
        }
        return closedBy == Closing.TIME && isToBeRevived(calendars, now)
                ? Optional.of(openAgain("it counts again: " + cause, calendars, now, now))
                : Optional.empty();
    }

    private Optional<DeadlineEvent> stand(
            Standing standing, Calendars calendars, Instant at, Instant now, Map<String, String> before) {
        return switch (standing) {
            case Standing.Closed closed -> status.isOpen() ? Optional.of(close(closed, now)) : Optional.empty();
            case Standing.Open open -> {
                var cause = RuleDays.difference(rule(), before, facts);
                if (status.isOpen()) {
                    yield reckon(calendars, at, now, cause);
                }
                yield isToBeRevived(calendars, now)
                        ? Optional.of(openAgain("it counts again: " + cause, calendars, at, now))
                        : Optional.empty();
            }
        };
    }

    private boolean isToBeRevived(Calendars calendars, Instant now) {
        return switch (closedBy) {
            case SOURCE -> true;
            case TIME -> {
                var due = Reckoning.of(this, calendars).dueAt();
                yield due == null || due.isAfter(now);
            }
            case PERSON -> false;
            case null -> false;
        };
    }

    /** Asks the engine again. */
    Optional<DeadlineEvent> reckon(Calendars calendars, Instant at, Instant now, String cause) {
        var earlier = schedule;
        var was = status;
        schedule = Reckoning.of(this, calendars);
        recurs = Reckoning.recurs(this, calendars);
        status = statusBySchedule();
        if (status == was && schedule.saysTheSameAs(earlier)) {
            return Optional.empty();
        }
        var isResumed = was == DeadlineStatus.PAUSED && status == DeadlineStatus.ACTIVE;
        if (schedule.isMovedFrom(earlier) || isResumed) {
            reschedule(at);
        } else if (status == was) {
            return Optional.of(changed(now, cause));
        }
        var moved = new Change(now, earlier.lastDay(), schedule.lastDay(), Causes.ofMove(this, was, cause));
        return Optional.of(told(was, state(moved)));
    }

    private DeadlineEvent told(DeadlineStatus was, DeadlineState state) {
        if (status != was && status == DeadlineStatus.PAUSED) {
            return new DeadlineEvent.DeadlinePaused(state);
        }
        if (status != was && was == DeadlineStatus.PAUSED) {
            return new DeadlineEvent.DeadlineResumed(state);
        }
        return was == DeadlineStatus.AWAITING_ANCHOR && schedule.dueAt() != null
                ? new DeadlineEvent.DeadlineArmed(state)
                : new DeadlineEvent.DeadlineRescheduled(state);
    }

    /** What was due is done on that day. */
    public DeadlineEvent meet(LocalDate on, String because, Instant now) {
        become(DeadlineStatus.MET, "met");
        var anchor = RuleDays.anchor(rule(), facts);
        var lastDay = schedule.lastDay();
        // A printed date is nothing that must happen first.
        var isPrinted = rule().anchor().events().isEmpty()
                && rule().anchor().deadlines().isEmpty();
        var isCountedForwards = anchor != null && !isPrinted && (lastDay == null || anchor.isBefore(lastDay));
        if (isCountedForwards && on.isBefore(anchor)) {
            throw new InvalidRequest("on", "must not be before %s, the day it is counted from".formatted(anchor));
        }
        metOn = on;
        closedBy = Closing.PERSON;
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
        rule(to.rule(rule()));
        extended = true;
        extendedTo = to.day();
        extendedOn = RuleDays.latest(rule(), now);
        schedule = next;
        status = status == DeadlineStatus.PAUSED ? status : statusBySchedule();
        reschedule(now);
        return new DeadlineEvent.DeadlineRescheduled(
                state(new Change(now, earlier.lastDay(), schedule.lastDay(), cause)));
    }

    DeadlineEvent waive(String reason, Instant now) {
        become(DeadlineStatus.WAIVED, "waived");
        closedBy = Closing.PERSON;
        return new DeadlineEvent.DeadlineWaived(state(standing(now, "waived: " + reason)));
    }

    /** It should not be there: entered wrongly, or not wanted. Its history stays. */
    DeadlineEvent cancel(String reason, Instant now) {
        become(DeadlineStatus.CANCELLED, "cancelled");
        closedBy = Closing.PERSON;
        return new DeadlineEvent.DeadlineCancelled(state(standing(now, "cancelled: " + reason)));
    }

    DeadlineEvent reopen(String reason, Calendars calendars, Instant now) {
        if (status.isOpen()) {
            throw new RuleViolated("a deadline that is %s is open already".formatted(status));
        }
        if (!status.canBeReopened()) {
            throw new RuleViolated("a deadline that is %s cannot be reopened".formatted(status));
        }
        return openAgain("reopened: " + reason, calendars, now, now);
    }

    private DeadlineEvent openAgain(String cause, Calendars calendars, Instant at, Instant now) {
        var before = schedule.lastDay();
        metOn = null;
        closedBy = null;
        become(statusBySchedule(), "reopened");
        var _ = reckon(calendars, at, now, ""); // told by the event of the reopening
        return new DeadlineEvent.DeadlineReopened(state(new Change(now, before, schedule.lastDay(), cause)));
    }

    /** Its source does not know it any more. */
    DeadlineEvent drop(Instant now) {
        return close(
                new Standing.Closed(DeadlineStatus.CANCELLED, null, "the agreement has no such time any more"), now);
    }

    private DeadlineEvent close(Standing.Closed closed, Instant now) {
        become(closed.as(), "closed");
        closedBy = Closing.SOURCE;
        if (status == DeadlineStatus.MET) {
            var on = closed.on();
            metOn = on == null ? RuleDays.judged(rule(), now) : on;
        }
        return DeadlineEvent.ofClosing(state(standing(now, closed.because())));
    }

    /** Its instant has come. */
    DeadlineEvent pass(Instant now) {
        passed = true;
        if (oncePassed != status) {
            become(oncePassed, "passed");
            closedBy = Closing.TIME;
            metOn = status == DeadlineStatus.MET ? schedule.lastDay() : null;
        }
        var state = state(standing(now, Causes.ofPassing(this)));
        return status.isOpen() ? new DeadlineEvent.DeadlinePassed(state) : DeadlineEvent.ofClosing(state);
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
        if (schedule.isPending()) {
            return DeadlineStatus.AWAITING_ANCHOR;
        }
        return Pauses.stands(schedule, suspensions) ? DeadlineStatus.PAUSED : DeadlineStatus.ACTIVE;
    }

    Rule rule() {
        return Rule.parse(rule);
    }

    private void rule(Rule next) {
        rule = next.toJson();
        dependsOn = References.of(next, agreementId).toArray(String[]::new);
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
