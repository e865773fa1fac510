package org.moutracker.timerules.clause;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** Periods after or before something: {@code within 30 days of …}, {@code at least six months before …}. */
final class PeriodForm implements Form {

    private enum Strictness {
        WITHIN,
        NO_LATER_THAN,
        AT_LEAST,
        BARE
    }

    private static final List<Phrase> NO_LATER_THAN = Phrase.all("by? no|not later than", "at the latest");
    private static final List<Phrase> WITHIN =
            Phrase.all("by? no|not later than within", "within", "in? not|no more|longer than", "in? at most");
    private static final List<Phrase> AT_LEAST =
            Phrase.all("at least", "not|no less|fewer than", "a minimum of", "minimum of?");
    private static final List<Phrase> NEXT = Phrase.all("the? next|coming");
    private static final List<Phrase> AT_THE_LATEST = Phrase.all(",? at the latest");
    /** What makes another time of a period that follows: "between 10 and 30 days after", "the first 30 days after". */
    private static final Set<String> NOT_BEFORE_BARE = Set.of(
            "and",
            "or",
            "to",
            "between",
            "up",
            "until",
            "till",
            "for",
            "some",
            "another",
            "further",
            "additional",
            "first",
            "last",
            "every",
            "each",
            "since",
            "plus",
            "minus",
            "within",
            "in",
            "during");

    private static final List<Phrase> OF_SOMETHING = Phrase.all(",? in advance", "beforehand|earlier");

    @Override
    public @Nullable Found at(Text text, int from) {
        var within = Phrase.first(WITHIN, text, from);
        if (within > 0) {
            return period(text, from, within, Strictness.WITHIN);
        }
        var noLater = Phrase.first(NO_LATER_THAN, text, from);
        if (noLater > 0) {
            return period(text, from, noLater, Strictness.NO_LATER_THAN);
        }
        var least = Phrase.first(AT_LEAST, text, from);
        if (least > 0) {
            return period(text, from, least, Strictness.AT_LEAST);
        }
        var isPartOfMore = text.isIn(from - 1, NOT_BEFORE_BARE) || text.is(from - 1, "-") || text.isNumber(from - 1);
        return isPartOfMore ? null : period(text, from, from, Strictness.BARE);
    }

    private static @Nullable Found period(Text text, int from, int start, Strictness strictness) {
        var next = strictness == Strictness.BARE ? start : Phrase.skip(NEXT, text, start);
        var amount = Amount.read(text, next);
        if (amount == null) {
            return null;
        }
        var tail = Tail.read(text, amount.next(), strictness != Strictness.BARE);
        if (tail.way() == Tail.Way.NONE && (strictness == Strictness.BARE || strictness == Strictness.AT_LEAST)) {
            var end = Phrase.first(OF_SOMETHING, text, amount.next());
            return end > 0 ? new Found.Refused(end, "before what is not said") : null;
        }
        if (amount.refused() != null) {
            return new Found.Refused(tail.next(), amount.refused());
        }
        if (tail.isUnknown()) {
            return tail.refused(text);
        }
        var isAtTheLatest = strictness == Strictness.BARE && Phrase.first(AT_THE_LATEST, text, tail.next()) > 0;
        var draft = draft(amount, tail.way(), isAtTheLatest ? Strictness.NO_LATER_THAN : strictness);
        if (draft == null) {
            return new Found.Refused(tail.next(), unreadable(amount, tail.way(), strictness));
        }
        return found(text, draft, from, next, amount, tail, next > start);
    }

    private static Found found(
            Text text, Draft draft, int from, int amountAt, Amount amount, Tail tail, boolean isNext) {
        var end = Phrase.skip(AT_THE_LATEST, text, tail.next());
        draft.mark(from, amountAt, Part.DIRECTION).mark(amountAt, amount.next(), Part.PERIOD);
        if (tail.named() != null) {
            draft.mark(amount.next(), tail.from(), Part.DIRECTION).from(tail.named(), tail.from());
        }
        if (draft.steps.getFirst() instanceof Step.OnDay && !OnEventForm.isBeginning(text, from)) {
            draft.remark("without “within” this is taken as an event, which begins with its day");
        }
        if (tail.named() == null && isNext) {
            draft.otherwise(AnchorEvent.STATEMENT_MADE, "“next” is counted from the day on which this was stated");
        }
        return Found.of(draft.mark(tail.next(), end, Part.DIRECTION), end);
    }

    private static @Nullable Draft draft(Amount amount, Tail.Way way, Strictness strictness) {
        return switch (way) {
            case AFTER, NONE -> after(amount, strictness);
            case BEFORE -> before(amount, strictness);
        };
    }

    private static @Nullable Draft after(Amount amount, Strictness strictness) {
        return switch (strictness) {
            case WITHIN, NO_LATER_THAN ->
                switch (amount.kind()) {
                    case CALENDAR -> new Draft(new Step.Within(amount.period()));
                    case WORKING_DAYS -> new Draft(new Step.WorkingDays(amount.count()));
                    case HOURS -> new Draft(new Step.Elapsed(Duration.ofHours(amount.count()), false));
                    case CLEAR_DAYS -> null;
                };
            case BARE ->
                switch (amount.kind()) {
                    case CALENDAR -> new Draft(new Step.OnDay(amount.period()));
                    case HOURS -> new Draft(new Step.Elapsed(Duration.ofHours(amount.count()), false));
                    case WORKING_DAYS, CLEAR_DAYS -> null;
                };
            case AT_LEAST -> null;
        };
    }

    private static @Nullable Draft before(Amount amount, Strictness strictness) {
        if (strictness == Strictness.WITHIN) {
            return null;
        }
        var draft =
                switch (amount.kind()) {
                    case CALENDAR -> new Draft(new Step.AtLeastBefore(amount.period()));
                    case WORKING_DAYS -> new Draft(new Step.WorkingDays(-amount.count()));
                    case CLEAR_DAYS -> new Draft(new Step.ClearDaysBefore(amount.count()));
                    case HOURS -> null;
                };
        return draft == null || strictness != Strictness.BARE
                ? draft
                : draft.remark("the period before is taken as “at least”");
    }

    private static String unreadable(Amount amount, Tail.Way way, Strictness strictness) {
        if (strictness == Strictness.WITHIN && way == Tail.Way.BEFORE) {
            return "“within … before” says when a time begins, not a last day";
        }
        if (strictness == Strictness.AT_LEAST && way == Tail.Way.AFTER) {
            return "“at least … after” says when a time begins, not a last day";
        }
        return switch (amount.kind()) {
            case WORKING_DAYS -> "an event on a working day cannot be written as a rule: say “within”";
            case CLEAR_DAYS -> "clear days are only read before an event";
            case HOURS -> "hours are only read after an event";
            case CALENDAR -> "this period cannot be written as a rule";
        };
    }
}
