package org.moutracker.agreements.life;

import static org.moutracker.agreements.life.AgreementStatus.ABANDONED;
import static org.moutracker.agreements.life.AgreementStatus.SIGNED;
import static org.moutracker.agreements.life.AgreementStatus.SUPERSEDED;
import static org.moutracker.agreements.life.AgreementStatus.TERMINATED;
import static org.moutracker.agreements.life.AgreementStatus.TERMINATION_NOTIFIED;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.moutracker.agreements.life.Course.Notice;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.PartialDate;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/** A recorded line when its day comes in a life: moves it, or is {@link Impossible} there. */
final class Recorded {

    private final Course course;
    private final Line line;
    private final LocalDate on;

    Recorded(Course course, Line line) {
        this.course = course;
        this.line = line;
        this.on = line.movesOn().orElseThrow();
    }

    void happen() {
        switch (line.type()) {
            case PROVISIONALLY_APPLIED -> applyProvisionally();
            case RENEWED -> renew();
            case RENEWAL_OBJECTED -> object();
            case SUSPENDED -> suspend();
            case RESUMED -> resume();
            case TERMINATION_NOTICE_GIVEN -> giveNotice();
            case TERMINATION_NOTICE_WITHDRAWN -> withdrawNotice();
            case TERMINATED -> end(TERMINATED, "terminated: notice of termination comes first");
            case SUPERSEDED -> end(SUPERSEDED, "superseded");
            case ABANDONED -> end(ABANDONED, "abandoned: that is for what never entered into force");
            case SIGNED,
                    NOTIFICATION_SENT,
                    NOTIFICATION_RECEIVED,
                    RATIFICATION_EXCHANGED,
                    ENTERED_INTO_FORCE,
                    PUBLISHED,
                    OPERATION_STARTED,
                    AMENDED,
                    EXPIRED,
                    CORRECTED,
                    STATEMENT_MADE -> throw new IllegalStateException(line.type() + " moves nothing by itself");
        }
    }

    private Happening happening() {
        return new Happening(
                line.type(),
                on,
                Optional.ofNullable(line.occurredOn()).flatMap(PartialDate::day).orElse(on),
                Optional.of(line.id()));
    }

    private Impossible impossible(String what) {
        return new Impossible("an agreement that is %s cannot be %s".formatted(course.status(), what));
    }

    private void requireAlive(String what) {
        if (!course.status().isAlive()) {
            throw impossible(what);
        }
    }

    private void end(AgreementStatus status, String what) {
        if (!course.status().canBecome(status)) {
            throw impossible(what);
        }
        course.end(happening());
    }

    private void applyProvisionally() {
        if (course.status() != SIGNED) {
            throw impossible("applied provisionally: that lies between the signatures and the entry into force");
        }
        if (course.provisional != null) {
            throw new Impossible("it is applied provisionally already");
        }
        course.provisional = on;
        course.happens(happening());
    }

    private void suspend() {
        if (course.status() == TERMINATION_NOTIFIED) {
            throw impossible("suspended");
        }
        requireAlive("suspended");
        course.suspending.suspend(on, line.areas());
        course.noLongerStands(LegalEventType.RESUMED);
        course.happens(happening());
    }

    private void resume() {
        requireAlive("resumed");
        course.suspending.resume(on, line.areas());
        if (course.suspending.suspension() == null) {
            course.noLongerStands(LegalEventType.SUSPENDED);
        }
        course.happens(happening());
    }

    private void giveNotice() {
        if (!course.status().canBecome(TERMINATION_NOTIFIED)) {
            throw course.status() == TERMINATION_NOTIFIED
                    ? new Impossible("notice of termination has been given already")
                    : impossible("terminated by notice");
        }
        course.notice = new Notice(
                on,
                terminationDay(course.terms(), line)
                        .orElseThrow(
                                () -> new Impossible("a notice of termination needs the day on which it takes effect")),
                null);
        course.noLongerStands(LegalEventType.TERMINATION_NOTICE_WITHDRAWN);
        course.happens(happening());
    }

    /** When a notice takes effect: as it says, else after the agreed period. */
    static Optional<LocalDate> terminationDay(Terms terms, Line notice) {
        return Optional.ofNullable(notice.effectiveOn())
                .flatMap(PartialDate::day)
                .or(() -> notice.movesOn().flatMap(given -> earliestTermination(terms, given)));
    }

    /** The first day on which a notice given on a day can take effect; empty when nothing is agreed. */
    static Optional<LocalDate> earliestTermination(Terms terms, LocalDate given) {
        var term = terms.term();
        if (term == null || term.terminationNotice() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Rule.of(new Anchor.On(given), new Step.OnDay(term.terminationNotice()))
                    .evaluate(Facts.none(), Calendars.none())
                    .lastDay());
        } catch (InvalidRule beyondAllYears) {
            return Optional.empty();
        }
    }

    private void withdrawNotice() {
        var notice = course.notice;
        if (notice == null || course.status() != TERMINATION_NOTIFIED) {
            throw new Impossible("there is no notice of termination that could be withdrawn: the agreement is %s"
                    .formatted(course.status()));
        }
        course.notice = null;
        course.withdrawn = new Notice(notice.givenOn(), notice.endsOn(), on);
        course.noLongerStands(LegalEventType.TERMINATION_NOTICE_GIVEN);
        course.happens(happening());
    }

    private void renew() {
        var term = course.term;
        if (!Set.of(AgreementStatus.IN_FORCE, AgreementStatus.SUSPENDED).contains(course.status())) {
            throw impossible("renewed");
        }
        if (term == null) {
            throw new Impossible("an agreement without a term needs no renewal");
        }
        var period = Optional.ofNullable(line.period())
                .or(term::usualPeriod)
                .orElseThrow(() -> new Impossible("a renewal needs a period: the agreement names none"));
        var longer = term.renewedExpressly(period);
        if (longer.endsOn().isEmpty()) {
            throw new Impossible("the term cannot end beyond the year 9999");
        }
        course.renewed(happening(), longer);
    }

    private void object() {
        requireAlive("objected to: there is no renewal to come");
        var term = course.term;
        if (term == null || !term.canRenewItself()) {
            throw new Impossible("the agreement does not renew itself, so there is nothing to object to");
        }
        if (term.objectedOn() != null) {
            throw new Impossible("a party objected to this renewal already, on %s".formatted(term.objectedOn()));
        }
        var last = term.objection().flatMap(term::day);
        if (last.filter(on::isAfter).isPresent()) {
            throw new Impossible("the last day to object to the renewal was %s".formatted(last.get()));
        }
        course.term = term.objected(on);
        course.happens(happening());
    }
}
