package org.moutracker.timerules.clause;

import static java.util.Map.entry;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** What comes again and again: {@code every six months}, {@code at least once a year}, {@code annually}. */
final class RecurrenceForm implements Form {

    private static final List<Phrase> LEAD = Phrase.all("and? thereafter? at least", "and? thereafter");
    private static final List<Phrase> EVERY = Phrase.all("every|each");
    private static final List<Phrase> PER = Phrase.all("a|an|per|each|every calendar?", "in each|every|a calendar?");
    private static final List<Phrase> ANNUAL_BASIS = Phrase.all("on an annual|yearly basis");
    private static final List<Phrase> TIMES = Phrase.all("times");

    private static final Map<String, Period> ADVERBS = Map.ofEntries(
            entry("annually", Period.ofYears(1)),
            entry("yearly", Period.ofYears(1)),
            entry("biennially", Period.ofYears(2)),
            entry("triennially", Period.ofYears(3)),
            entry("quarterly", Period.ofMonths(3)),
            entry("monthly", Period.ofMonths(1)),
            entry("fortnightly", Period.ofWeeks(2)),
            entry("weekly", Period.ofWeeks(1)));

    private static final Map<String, Period> UNITS = Map.of(
            "year", Period.ofYears(1),
            "quarter", Period.ofMonths(3),
            "month", Period.ofMonths(1),
            "fortnight", Period.ofWeeks(2),
            "week", Period.ofWeeks(1));

    private static final Set<String> ADJECTIVES = Set.of("annual", "yearly", "biennial", "quarterly", "monthly");
    private static final Set<String> BEFORE_ADJECTIVES = Set.of(
            "a", "an", "prepare", "submit", "present", "produce", "publish", "hold", "issue", "provide", "conduct");
    private static final Set<String> AMBIGUOUS = Set.of("biannual", "biannually", "bi-annual", "bimonthly", "biweekly");
    private static final Set<String> MEETING = Set.of(
            "meet", "meets", "meeting", "meetings", "session", "sessions", "convene", "convenes", "convened", "gather");

    private static final int REACH = 25;

    @Override
    public @Nullable Found at(Text text, int from) {
        var at = Phrase.skip(LEAD, text, from);
        if (text.isIn(at, AMBIGUOUS)) {
            return new Found.Refused(at + 1, "this word means twice in one or once in two");
        }
        var every = Phrase.first(EVERY, text, at);
        if (every > 0) {
            return every(text, from, every);
        }
        var basis = Phrase.first(ANNUAL_BASIS, text, at);
        if (basis > 0) {
            return found(text, from, basis, Period.ofYears(1), "");
        }
        var isAdjective =
                text.isIn(at, ADJECTIVES) && text.isIn(at - 1, BEFORE_ADJECTIVES) && !text.is(at + 1, "basis");
        var adverb = ADVERBS.get(
                isAdjective && text.is(at, "annual") ? "annually" : text.at(at).text());
        if (adverb != null) {
            return isAdjective || isEndOfWords(text, at + 1) ? found(text, from, at + 1, adverb, "") : null;
        }
        return isAdjective ? found(text, from, at + 1, Period.ofYears(2), "") : times(text, from, at);
    }

    /** "Quarterly reports" and "the yearly meeting" describe something: only an adverb by itself says how often. */
    private static boolean isEndOfWords(Text text, int at) {
        return text.at(at).kind() != Token.Kind.WORD
                || text.isIn(
                        at, Set.of("in", "on", "at", "from", "after", "by", "to", "or", "and", "alternately", "for"));
    }

    private static @Nullable Found every(Text text, int from, int at) {
        var unit = UNITS.get(text.at(at).text());
        if (unit != null) {
            return found(text, from, at + 1, unit, "");
        }
        var isOther = text.is(at, "other") || text.is(at, "second");
        var second = isOther ? UNITS.get(text.at(at + 1).text()) : null;
        if (second != null) {
            return found(text, from, at + 2, second.multipliedBy(2), "");
        }
        var amount = Amount.plain(text, at);
        if (amount == null || amount.kind() != Amount.Kind.CALENDAR) {
            return null;
        }
        return amount.refused() != null
                ? new Found.Refused(amount.next(), amount.refused())
                : found(text, from, amount.next(), amount.period(), "");
    }

    /** Once a year, twice a year, three times per year, once every two years. */
    private static @Nullable Found times(Text text, int from, int at) {
        var isOnce = text.is(at, "once") || (text.is(at, "one") && text.is(at + 1, "time"));
        var isTwice = text.is(at, "twice");
        var number = isOnce || isTwice ? null : Numbers.read(text, at);
        var behind = number == null ? at + 1 : Phrase.first(TIMES, text, number.next());
        if ((!isOnce && !isTwice && number == null) || behind < 0) {
            return null;
        }
        if (isOnce && text.is(behind, "every")) {
            return every(text, from, behind + 1);
        }
        var per = Phrase.first(PER, text, behind);
        var unit = per < 0 ? null : UNITS.get(text.at(per).text());
        if (unit == null) {
            return null;
        }
        var times = isOnce ? 1 : isTwice ? 2 : number == null ? 1 : number.value();
        var months = unit.toTotalMonths();
        if (times == 1) {
            return found(text, from, per + 1, unit, "");
        }
        return times < 1 || months == 0 || months % times != 0
                ? new Found.Refused(per + 1, "so many times cannot be written as a period of whole months")
                : found(
                        text,
                        from,
                        per + 1,
                        Period.ofMonths((int) (months / times)),
                        times + " times are taken as evenly spread");
    }

    private static Found found(Text text, int from, int end, Period every, String remark) {
        var draft = new Draft(new Step.Occurrence(every, 1)).mark(from, end, Part.RECURRENCE);
        if (!remark.isEmpty()) {
            draft.remark(remark);
        }
        var tail = Tail.read(text, end, false);
        if (tail.isUnknown() || tail.way() == Tail.Way.BEFORE) {
            return tail.refused(text);
        }
        if (tail.named() != null) {
            draft.mark(end, tail.from(), Part.DIRECTION).from(tail.named(), tail.from());
        } else if (text.near(from, REACH, MEETING)) {
            draft.otherwise(AnchorEvent.PREVIOUS_MEETING, "from when is not said: taken from the previous meeting");
        } else {
            draft.otherwise(AnchorEvent.ENTRY_INTO_FORCE, "from when is not said: taken from the entry into force");
        }
        return Found.of(draft.remark("this is the first time; later ones have a higher k"), tail.next());
    }
}
