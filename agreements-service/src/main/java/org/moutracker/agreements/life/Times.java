package org.moutracker.agreements.life;

import static org.moutracker.agreements.life.AgreementTime.Kind.ENTRY_INTO_FORCE;
import static org.moutracker.agreements.life.AgreementTime.Kind.EXPIRY;
import static org.moutracker.agreements.life.AgreementTime.Kind.RENEWAL;
import static org.moutracker.agreements.life.AgreementTime.Kind.RENEWAL_OBJECTION;
import static org.moutracker.agreements.life.AgreementTime.Kind.TERMINATION;
import static org.moutracker.agreements.life.AgreementTime.Kind.TERMINATION_NOTICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * The times that an agreement itself has, with the rules that they are computed by: of each kind the newest that has
 * happened, the one before the last renewal, and the current one.
 */
final class Times {

    private final Course course;
    private final Terms terms;
    private final @Nullable String clause;
    private final List<AgreementTime> times = new ArrayList<>();

    Times(Course course) {
        this.course = course;
        this.terms = course.terms();
        this.clause = terms.term() == null ? null : terms.term().clause();
    }

    List<AgreementTime> list() {
        entryIntoForce();
        var term =
                course.term != null ? course.term : RunningTerm.of(terms, null).orElse(null);
        if (term != null) {
            var before = course.before;
            if (before != null) {
                var because = "the agreement was renewed until %s"
                        .formatted(term.endsOn().map(LocalDate::toString).orElse("a later day"));
                times.add(expiry(before).over(because));
                times.add(renewal(before).happened(renewedOn()));
                objection(before)
                        .map(time ->
                                before.objectedOn() == null ? time.over(because) : time.happened(before.objectedOn()))
                        .ifPresent(times::add);
                notice(before).map(time -> time.over(because)).ifPresent(times::add);
            }
            current(term);
        }
        termination();
        return List.copyOf(times);
    }

    private LocalDate renewedOn() {
        if (course.renewal == null) {
            throw new IllegalStateException("there was no renewal");
        }
        return course.renewal.on();
    }

    /** The last days on which somebody can still act. */
    Stream<LocalDate> windows() {
        var term = course.term;
        if (term == null || course.ended != null) {
            return Stream.empty();
        }
        return Stream.of(agreedObjection(term), term.notice())
                .flatMap(Optional::stream)
                .map(term::day)
                .flatMap(Optional::stream);
    }

    private void entryIntoForce() {
        var rule = terms.entryIntoForce();
        if (rule != null) {
            var time = AgreementTime.of(
                            ENTRY_INTO_FORCE,
                            0,
                            "The agreement enters into force",
                            rule.clause(),
                            rule.rule(),
                            course.entered == null ? course.entry().parties() : terms.parties())
                    .amendedBy(terms.amendment());
            times.add(
                    course.entered != null
                            ? time.happened(course.entered)
                            : course.ended != null ? time.over(end(course.ended)) : time);
        }
    }

    private void current(RunningTerm term) {
        times.add(expires(term));
        if (term.canRenewItself()) {
            times.add(overWhen(renewal(term), notRenewed(term)));
        }
        objection(term)
                .map(time -> term.objectedOn() != null
                        ? time.happened(term.objectedOn())
                        : overWhen(time, over().or(() -> passed(term, agreedObjection(term)))))
                .ifPresent(times::add);
        notice(term).map(time -> noticed(term, time)).ifPresent(times::add);
    }

    private AgreementTime expires(RunningTerm term) {
        var time = expiry(term);
        var ended = course.ended;
        if (ended != null) {
            return ended.type() == LegalEventType.EXPIRED ? time.happened(ended.occurredOn()) : time.over(end(ended));
        }
        var notice = course.notice;
        return notice != null
                        && term.endsOn()
                                .filter(last -> !notice.endsOn().isAfter(last.plusDays(1)))
                                .isPresent()
                ? time.over(given(notice))
                : time;
    }

    private AgreementTime noticed(RunningTerm term, AgreementTime time) {
        var notice = course.notice;
        if (notice != null) {
            return time.happened(notice.givenOn());
        }
        return overWhen(time, over().or(() -> passed(term, term.notice())));
    }

    private Optional<String> notRenewed(RunningTerm term) {
        if (term.objectedOn() != null) {
            return Optional.of("a party objected to the renewal on %s".formatted(term.objectedOn()));
        }
        var notice = course.notice;
        return over().filter(because -> course.ended != null
                || notice == null
                || !term.renewsItself(notice.givenOn())
                || term.endsOn()
                        .filter(last -> !notice.endsOn().isAfter(last.plusDays(1)))
                        .isPresent());
    }

    /** Why nothing more is to be done about the term, if so. */
    private Optional<String> over() {
        return Optional.ofNullable(course.ended).map(Times::end).or(() -> Optional.ofNullable(course.notice)
                .map(Times::given));
    }

    private Optional<String> passed(RunningTerm term, Optional<Rule> lastDay) {
        return lastDay.flatMap(term::day)
                .filter(course.today()::isAfter)
                .map("the last day, %s, has passed"::formatted);
    }

    private static AgreementTime overWhen(AgreementTime time, Optional<String> because) {
        return because.map(time::over).orElse(time);
    }

    private void termination() {
        var ended = course.ended;
        if (ended != null && ended.type() == LegalEventType.TERMINATED) {
            times.add(termination(ended.on()).happened(ended.on()));
        } else if (course.notice != null) {
            var time = termination(course.notice.endsOn());
            times.add(ended == null ? time : time.over(end(ended)));
        } else if (course.withdrawn != null) {
            times.add(termination(course.withdrawn.endsOn())
                    .over("the notice was withdrawn on %s".formatted(course.withdrawn.withdrawnOn())));
        }
    }

    private AgreementTime termination(LocalDate on) {
        var rule = Rule.of(new Anchor.On(on), new Step.OnDay(java.time.Period.ZERO));
        return AgreementTime.of(TERMINATION, 0, "The termination takes effect", clause, rule, terms.parties());
    }

    private AgreementTime expiry(RunningTerm term) {
        return AgreementTime.of(
                        EXPIRY,
                        term.renewals(),
                        "The agreement expires with this day unless it is renewed",
                        clause,
                        term.end(),
                        terms.parties())
                .amendedBy(term.amendment());
    }

    private AgreementTime renewal(RunningTerm term) {
        var period = term.canRenewItself() ? term.usualPeriod() : Optional.empty();
        return AgreementTime.of(
                        RENEWAL,
                        term.renewals() + 1,
                        period.map("With the end of this day the agreement renews itself for %s"::formatted)
                                .orElse("With the end of this day the renewal begins"),
                        clause,
                        term.end(),
                        terms.parties())
                .amendedBy(term.amendment());
    }

    private Optional<AgreementTime> objection(RunningTerm term) {
        return agreedObjection(term).map(rule -> AgreementTime.of(
                        RENEWAL_OBJECTION,
                        term.renewals(),
                        "Last day to object to the renewal",
                        clause,
                        rule,
                        terms.parties())
                .amendedBy(term.amendment()));
    }

    /** Where no day is agreed on, a party can object until the end, which has a time of its own. */
    private static Optional<Rule> agreedObjection(RunningTerm term) {
        var renewal = term.term().renewal();
        return renewal == null || renewal.objection() == null ? Optional.empty() : term.objection();
    }

    private Optional<AgreementTime> notice(RunningTerm term) {
        return term.notice().map(rule -> AgreementTime.of(
                        TERMINATION_NOTICE,
                        term.renewals(),
                        "Last day to give notice of termination for the end of the term",
                        clause,
                        rule,
                        terms.parties())
                .amendedBy(term.amendment()));
    }

    private static String given(Course.Notice notice) {
        return "notice of termination was given on %s".formatted(notice.givenOn());
    }

    private static String end(Happening ended) {
        return ended.type() == LegalEventType.EXPIRED
                ? "the agreement expired with %s".formatted(ended.occurredOn())
                : "the agreement was %s on %s".formatted(ended.type().name().toLowerCase(Locale.ROOT), ended.on());
    }
}
