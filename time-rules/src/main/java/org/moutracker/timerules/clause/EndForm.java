package org.moutracker.timerules.clause;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** The ends of months and years: {@code by the end of the calendar year following …}, {@code by the end of March 2027}. */
final class EndForm implements Form {

    private static final List<Phrase> BY =
            Phrase.all("by? no|not later than", "by|before|until|till|at|on", "at the latest by|at|on");
    private static final List<Phrase> END = Phrase.all("the? end of", "the? last day of");
    private static final List<Phrase> FISCAL = Phrase.all("the|each|every|its? fiscal|financial year");
    private static final List<Phrase> YEARLY =
            Phrase.all("each|every calendar? year|month|quarter", "any calendar? year|month");
    private static final List<Phrase> FOLLOWING = Phrase.all("following|after|from");
    private static final List<Phrase> OF_IT = Phrase.all("in which", "of");
    private static final List<Phrase> ITS_YEAR =
            Phrase.all("the calendar? year in which", "the calendar? year of", "that in which", "that of");
    private static final List<Phrase> ITS_MONTH = Phrase.all("the calendar? month in which", "the calendar? month of");

    @Override
    public @Nullable Found at(Text text, int from) {
        var start = Phrase.skip(BY, text, from);
        var at = Phrase.first(END, text, start);
        if (at < 0) {
            return null;
        }
        var printed = printed(text, from, start, at);
        if (printed != null) {
            return printed;
        }
        var fiscal = Phrase.first(FISCAL, text, at);
        if (fiscal > 0) {
            return new Found.Refused(fiscal, "when the fiscal year ends is not said");
        }
        var yearly = Phrase.first(YEARLY, text, at);
        if (yearly > 0) {
            return new Found.Refused(yearly, "from which year on is not said");
        }
        return counted(text, from, start, at);
    }

    private static @Nullable Found printed(Text text, int from, int start, int at) {
        var month = PrintedDate.MONTHS.get(text.at(at).text());
        var yearAt = month == null ? at : at + 1;
        var year = PrintedDate.year(text, yearAt);
        if (year == 0) {
            return month == null ? null : new Found.Refused(at + 1, "of which year the month is, is not said");
        }
        var day = month == null
                ? LocalDate.of(year, 12, 31)
                : YearMonth.of(year, month).atEndOfMonth();
        var draft =
                new Draft(new Step.SameDay()).mark(from, start, Part.DIRECTION).mark(start, yearAt + 1, Part.DAY);
        draft.anchor = new Anchor.On(day);
        return Found.of(draft, yearAt + 1);
    }

    private static @Nullable Found counted(Text text, int from, int start, int at) {
        var isDetermined = text.is(at, "the") || text.is(at, "this");
        var number = isDetermined ? at + 1 : at;
        var isNext = text.is(number, "next") || text.is(number, "following");
        var ordinal = isNext ? new Numbers.Counted(1, number + 1, false) : Numbers.ordinal(text, number);
        var unit = ordinal == null ? number : ordinal.next();
        var isCalendar = text.is(unit, "calendar");
        var unitAt = isCalendar ? unit + 1 : unit;
        var isYear = text.is(unitAt, "year");
        if (!isYear && !text.is(unitAt, "month")) {
            return null;
        }
        var draft = new Draft().mark(from, start, Part.DIRECTION).mark(start, unitAt + 1, Part.DAY);
        var following = Phrase.first(FOLLOWING, text, unitAt + 1);
        var ofIt = Phrase.first(OF_IT, text, unitAt + 1);
        var n = ordinal != null ? ordinal.value() : following > 0 ? 1 : 0;
        draft.steps.add(isYear ? new Step.EndOfYear(n) : new Step.EndOfMonth(n));
        if (following < 0 && (ofIt < 0 || ordinal != null)) {
            return ordinal != null && !isNext
                    ? new Found.Refused(unitAt + 1, "what the " + (isYear ? "year" : "month") + " follows is not said")
                    : Found.of(
                            draft.otherwise(
                                    AnchorEvent.STATEMENT_MADE,
                                    "which " + (isYear ? "year" : "month")
                                            + " is meant is not said: taken from the day on which this was stated"),
                            unitAt + 1);
        }
        var event = Math.max(following, ofIt);
        draft.mark(unitAt + 1, event, Part.DIRECTION);
        return anchored(text, draft, event, isYear, following < 0 || isCalendar);
    }

    /** Years that follow an event run from its day or from January; only a word for the latter makes it clear. */
    private static Found anchored(Text text, Draft draft, int at, boolean isYear, boolean isCalendar) {
        var event = Phrase.skip(isYear ? ITS_YEAR : ITS_MONTH, text, at);
        var named = Anchors.read(text, event, false);
        if (named == null) {
            return new Tail(Tail.Way.AFTER, at, null, Tail.unknown(text, at)).refused(text);
        }
        if (isYear && !isCalendar && event == at) {
            return new Found.Refused(
                    named.next(), "whether the year is a calendar year or runs from the day of the event is not said");
        }
        return Found.of(draft.mark(at, event, Part.ANCHOR).from(named, event), named.next());
    }
}
