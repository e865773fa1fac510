package org.moutracker.timerules.clause;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** Days counted in a row: {@code on the 30th day after …}, {@code the first day of the second month following …}. */
final class DayForm implements Form {

    private static final List<Phrase> LATEST = Phrase.all("by? no|not later than", "by", "at the latest on|by");
    private static final List<Phrase> ON = Phrase.all("on|upon");
    private static final List<Phrase> DAY = Phrase.all("calendar? day");
    private static final List<Phrase> WORKING_DAY = Phrase.all("working|business day");
    private static final List<Phrase> FOLLOWING = Phrase.all("after|following|from");
    private static final List<Phrase> FIRST_DAY = Phrase.all("the? first|1st day of");
    private static final List<Phrase> FOLLOWING_MONTH = Phrase.all("the following|next calendar? month");
    private static final List<Phrase> MONTH = Phrase.all("calendar? month");
    private static final List<Phrase> ITS_MONTH = Phrase.all("the month in which", "the month of");

    private static final String UNSAID =
            "what the month follows is not said: taken as the day on which this was stated";

    @Override
    public @Nullable Found at(Text text, int from) {
        var latest = Phrase.first(LATEST, text, from);
        var start = latest > 0 ? latest : Phrase.skip(ON, text, from);
        var firstDay = Phrase.first(FIRST_DAY, text, start);
        return firstDay > 0
                ? firstOfMonth(text, from, start, firstDay, latest > 0)
                : numbered(text, from, start, latest > 0);
    }

    /** On the day after, on the 30th day after. */
    private static @Nullable Found numbered(Text text, int from, int start, boolean isLatest) {
        var at = text.is(start, "the") ? start + 1 : start;
        var ordinal = Numbers.ordinal(text, at);
        var counted = ordinal == null ? at : ordinal.next();
        var day = Phrase.first(DAY, text, counted);
        var working = Phrase.first(WORKING_DAY, text, counted);
        if (day < 0 && (ordinal == null || working < 0)) {
            return null;
        }
        var after = Phrase.first(FOLLOWING, text, Math.max(day, working));
        if (after < 0) {
            return null;
        }
        var named = Anchors.read(text, after, false);
        if (named == null) {
            return unknown(text, after);
        }
        var number = ordinal == null ? 1 : ordinal.value();
        if (day < 0 && !isLatest) {
            return new Found.Refused(named.next(), "an event on a working day cannot be written as a rule");
        }
        var step = day < 0
                ? new Step.WorkingDays(number)
                : isLatest ? new Step.Within(Period.ofDays(number)) : new Step.OnDay(Period.ofDays(number));
        var draft = new Draft(step).mark(from, start, Part.DIRECTION).mark(start, after, Part.DAY);
        return Found.of(draft.from(named, after), named.next());
    }

    private static @Nullable Found firstOfMonth(Text text, int from, int start, int at, boolean isLatest) {
        var following = Phrase.first(FOLLOWING_MONTH, text, at);
        if (following > 0) {
            var after = Phrase.skip(FOLLOWING, text, following);
            return firstOfMonth(text, new int[] {from, start, following, after}, 1, isLatest);
        }
        var number = text.is(at, "the") ? at + 1 : at;
        var ordinal = Numbers.ordinal(text, number);
        var month = Phrase.first(MONTH, text, ordinal == null ? number : ordinal.next());
        var after = month < 0 ? Phrase.NONE : Phrase.first(FOLLOWING, text, month);
        return after < 0
                ? null
                : firstOfMonth(
                        text, new int[] {from, start, month, after}, ordinal == null ? 1 : ordinal.value(), isLatest);
    }

    /** @param tokens where the whole begins, the day begins, the month ends and the anchor begins */
    private static Found firstOfMonth(Text text, int[] tokens, int n, boolean isLatest) {
        var draft = new Draft(new Step.FirstOfMonth(n))
                .mark(tokens[0], tokens[1], Part.DIRECTION)
                .mark(tokens[1], tokens[3], Part.DAY);
        if (isLatest) {
            // The day itself is still in time, while an event would begin with it.
            draft.steps.add(new Step.SameDay());
        }
        var event = Phrase.skip(ITS_MONTH, text, tokens[3]);
        var named = Anchors.read(text, event, false);
        if (named != null) {
            return Found.of(draft.mark(tokens[3], event, Part.ANCHOR).from(named, event), named.next());
        }
        var end = Tail.unknown(text, tokens[3]);
        return end > tokens[3]
                ? unknown(text, tokens[3])
                : Found.of(draft.otherwise(AnchorEvent.STATEMENT_MADE, UNSAID), tokens[3]);
    }

    private static Found unknown(Text text, int after) {
        var end = Tail.unknown(text, after);
        return new Tail(Tail.Way.AFTER, after, null, end).refused(text);
    }
}
