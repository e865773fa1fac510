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

    @Embedded
    Course course;

    @Embedded
    Reckoning reckoning;

    /** Legal events after which it need not be kept; a source looks at its own before it asks. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> unless = List.of();

    // An array and not a list: lists of texts are JSON in this class, and the two must not be mixed up.
    String[] dependsOn = {};

    Schedule schedule;
    int scheduleNo;
    Instant scheduledAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Origin origin;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Responsible> responsible;

    /** The side that alone sees it; null when all do. */
    @Nullable
    String internalTo;

    /** The codes of that side's parties. */
    String[] internalParties = {};

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
        reckoning = Reckoning.by(by.ruleOf(occurrence), by.facts(), suspending(by.suspensions()));
        dependsOn = dependencies();
        describe(by);
        schedule = reckoning.schedule(null, calendars);
        recurs = reckoning.recurs(descent, calendars);
        course = Course.begun(statusBySchedule(), kind.oncePassed());
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
        origin = by.origin();
        responsible = by.responsible();
    }

    private List<Suspension> suspending(List<Suspension> suspensions) {
        return kind.isSuspendable() ? suspensions : List.of();
    }

    /** Whether this time is over and another follows. */
    boolean goesOn() {
        return recurs && course.isOver();
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
                reckoning.facts(),
                reckoning.suspensions(),
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
        return new NamedDays(
                        id, descent.alias(), course.status(), schedule.lastDay(), schedule.certainty(), course.metOn())
                .named();
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
        var before = reckoning;
        describe(by);
        descent = Descent.of(by, descent.occurrence());
        reckoning =
                reckoning.knowing(by.facts(), suspending(by.suspensions())).following(by.ruleOf(descent.occurrence()));
        dependsOn = dependencies();
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
        var before = reckoning;
        reckoning = reckoning.knowing(References.kept(before.facts(), rule(), recorded), suspending(suspended));
        return stand(standing, calendars, at, now, before);
    }

    /** Notes what is known of the deadlines that its rule names, or will name. */
    void knows(Map<String, String> references) {
        reckoning = reckoning.knowing(References.renewed(reckoning.facts(), rule(), references));
    }

    /** Learns the days of the deadlines that its rule names. */
    Optional<DeadlineEvent> refer(Map<String, String> references, Calendars calendars, Instant now) {
        return learn(References.renewed(reckoning.facts(), rule(), references), calendars, now);
    }

    /** Learns one fact; without a day, that it is not known any more. */
    Optional<DeadlineEvent> learn(AnchorEvent event, @Nullable LocalDate on, Calendars calendars, Instant now) {
        var known = new HashMap<>(reckoning.facts());
        if (on == null) {
            known.remove(event.name());
        } else {
            known.put(event.name(), on.toString());
        }
        return learn(known, calendars, now);
    }

    private Optional<DeadlineEvent> learn(Map<String, String> recorded, Calendars calendars, Instant now) {
        var before = reckoning;
        reckoning = reckoning.knowing(recorded);
        var cause = reckoning.difference(before, origin.amendment());
        if (course.isOpen()) {
            return reckon(calendars, now, now, cause);
        }
        return course.closedBy() == Closing.TIME && isToBeRevived(calendars, now)
                ? Optional.of(openAgain("it counts again: " + cause, calendars, now, now))
                : Optional.empty();
    }

    private Optional<DeadlineEvent> stand(
            Standing standing, Calendars calendars, Instant at, Instant now, Reckoning before) {
        return switch (standing) {
            case Standing.Closed closed -> course.isOpen() ? Optional.of(close(closed, now)) : Optional.empty();
            case Standing.Open _ -> {
                var cause = reckoning.difference(before, origin.amendment());
                if (course.isOpen()) {
                    yield reckon(calendars, at, now, cause);
                }
                yield isToBeRevived(calendars, now)
                        ? Optional.of(openAgain("it counts again: " + cause, calendars, at, now))
                        : Optional.empty();
            }
        };
    }

    private boolean isToBeRevived(Calendars calendars, Instant now) {
        return switch (course.closedBy()) {
            case SOURCE -> true;
            case TIME -> {
                var due = reckoning.schedule(schedule, calendars).dueAt();
                yield due == null || due.isAfter(now);
            }
            case PERSON -> false;
            case null -> false;
        };
    }

    /** Asks the engine again. */
    Optional<DeadlineEvent> reckon(Calendars calendars, Instant at, Instant now, String cause) {
        var earlier = schedule;
        var was = course.status();
        schedule = reckoning.schedule(earlier, calendars);
        recurs = reckoning.recurs(descent, calendars);
        var status = statusBySchedule();
        course = course.standing(status);
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
        return Optional.of(DeadlineEvent.ofMove(state(moved), was));
    }

    /** What was due is done on that day. */
    public DeadlineEvent meet(LocalDate on, String because, Instant now) {
        var met = course.met(on);
        reckoning.requireBegun(on, schedule.lastDay());
        course = met;
        return new DeadlineEvent.DeadlineMet(
                state(standing(now, "met on " + on + (because.isEmpty() ? "" : ": " + because))));
    }

    /** Like {@link #meet}, told by somebody who cannot know the future. */
    DeadlineEvent complete(LocalDate on, @Nullable String note, Instant now) {
        if (kind.isWatch()) {
            throw new RuleViolated("progress is reported at the commitment, which moves the day by itself");
        }
        var today = RuleDays.latest(rule(), now);
        if (on.isAfter(today)) {
            throw new InvalidRequest("on", "must not be after today, %s".formatted(today));
        }
        return meet(on, note == null ? "" : note.strip(), now);
    }

    DeadlineEvent extend(Extension to, String reason, Calendars calendars, Instant now) {
        if (kind.isWatch()) {
            throw new RuleViolated("nobody agreed on that day: the next report of progress moves it");
        }
        course.requireExtends();
        var cause = "extended: " + reason;
        var earlier = schedule;
        var next = to.schedule(rule(), reckoning.facts(), calendars, cause);
        Extension.requireLater(next, earlier, now);
        reckoning = reckoning.extended(to, now);
        dependsOn = dependencies();
        schedule = next;
        course = course.status() == DeadlineStatus.PAUSED ? course : course.standing(statusBySchedule());
        reschedule(now);
        return new DeadlineEvent.DeadlineRescheduled(
                state(new Change(now, earlier.lastDay(), schedule.lastDay(), cause)));
    }

    DeadlineEvent waive(String reason, Instant now) {
        course = course.waived();
        return new DeadlineEvent.DeadlineWaived(state(standing(now, "waived: " + reason)));
    }

    /** It should not be there: entered wrongly, or not wanted. Its history stays. */
    DeadlineEvent cancel(String reason, Instant now) {
        course = course.cancelled();
        return new DeadlineEvent.DeadlineCancelled(state(standing(now, "cancelled: " + reason)));
    }

    DeadlineEvent reopen(String reason, Calendars calendars, Instant now) {
        course.requireReopens();
        return openAgain("reopened: " + reason, calendars, now, now);
    }

    private DeadlineEvent openAgain(String cause, Calendars calendars, Instant at, Instant now) {
        var before = schedule.lastDay();
        course = course.reopened(statusBySchedule());
        var _ = reckon(calendars, at, now, ""); // told by the event of the reopening
        return new DeadlineEvent.DeadlineReopened(state(new Change(now, before, schedule.lastDay(), cause)));
    }

    /** Its source does not know it any more. */
    DeadlineEvent drop(String because, Instant now) {
        return close(new Standing.Closed(DeadlineStatus.CANCELLED, null, because), now);
    }

    /** Others have to see to it in place of somebody. */
    DeadlineEvent handOver(UUID from, Responsible to, Instant now) {
        responsible = responsible.stream()
                .map(one -> from.equals(one.personId()) ? to : one)
                .distinct()
                .toList();
        return changed(now, "handed over to another member");
    }

    /** Its source says that it is not to be kept any more. */
    DeadlineEvent close(Standing.Closed closed, Instant now) {
        var on = closed.on();
        course = course.closed(closed.as(), on == null ? RuleDays.judged(rule(), now) : on);
        return DeadlineEvent.ofClosing(state(standing(now, closed.because())));
    }

    /** Its instant has come. */
    DeadlineEvent pass(Instant now) {
        course = course.passed(schedule.lastDay());
        var state = state(standing(now, Causes.ofPassing(this)));
        return course.isOpen() ? new DeadlineEvent.DeadlinePassed(state) : DeadlineEvent.ofClosing(state);
    }

    private void reschedule(Instant at) {
        scheduleNo++;
        scheduledAt = at;
        course = course.rescheduled();
    }

    private DeadlineStatus statusBySchedule() {
        if (schedule.isPending()) {
            return DeadlineStatus.AWAITING_ANCHOR;
        }
        return Pauses.stands(schedule, reckoning.suspensions()) ? DeadlineStatus.PAUSED : DeadlineStatus.ACTIVE;
    }

    Rule rule() {
        return reckoning.parsed();
    }

    private String[] dependencies() {
        return References.of(rule(), agreementId).toArray(String[]::new);
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
