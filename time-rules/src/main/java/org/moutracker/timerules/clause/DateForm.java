package org.moutracker.timerules.clause;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Step;

/** Printed dates: {@code on or before 31 March 2026}. */
final class DateForm implements Form {

    private static final List<Phrase> UP_TO =
            Phrase.all("on or before", "by? no|not later than", "by|until|till", "not after", "at the latest on|by");
    private static final List<Phrase> BEFORE = Phrase.all("before|prior to?");
    private static final List<Phrase> ON = Phrase.all("as of|from", "with effect from", "on|from");
    private static final List<Phrase> AT_THE_LATEST = Phrase.all(",? at the latest");

    /** Verbs that tell what has happened, unless it is said that it shall. */
    private static final Set<String> TOLD =
            Set.of("signed", "entered", "dated", "done", "concluded", "adopted", "came", "made", "held", "issued");

    private static final Set<String> TO_COME = Set.of("shall", "will", "be", "must", "should", "is", "are");

    private static final int REACH = 6;

    @Override
    public @Nullable Found at(Text text, int from) {
        var upTo = Phrase.first(UP_TO, text, from);
        var before = Phrase.first(BEFORE, text, from);
        var on = Phrase.first(ON, text, from);
        var start = upTo > 0 ? upTo : before > 0 ? before : Math.max(on, from);
        var date = PrintedDate.read(text, start);
        if (date == null) {
            return null;
        }
        if (date.day() == null) {
            return new Found.Refused(
                    date.next(), "“" + text.words(start, date.next()) + "”: " + Objects.requireNonNull(date.refused()));
        }
        if (start == from) {
            return new Found.Refused(date.next(), "what is to be by then, on then or from then is not said");
        }
        if (on > 0 && isTold(text, from)) {
            return new Found.Refused(date.next(), "this tells what has happened and sets no time");
        }
        var draft = new Draft(step(text, from, before > 0, on > 0));
        draft.anchor = new Anchor.On(date.day());
        if (before > 0) {
            draft.remark("“before” is taken strictly: the day itself is too late");
        }
        if (draft.steps.getFirst() instanceof Step.SameDay && on > 0) {
            draft.remark("“on” is taken as the day on which something is to be done");
        }
        var end = Phrase.skip(AT_THE_LATEST, text, date.next());
        draft.mark(from, start, Part.DIRECTION).mark(start, date.next(), Part.DAY);
        return Found.of(draft.mark(date.next(), end, Part.DIRECTION), end);
    }

    private static boolean isTold(Text text, int from) {
        var isPast = text.before(from, REACH, TOLD) || text.at(from - 1).text().endsWith("ed");
        return isPast && !text.before(from, REACH, TO_COME);
    }

    private static Step step(Text text, int from, boolean isBefore, boolean isOn) {
        if (isBefore) {
            return new Step.AtLeastBefore(Period.ofDays(1));
        }
        return isOn && (!text.is(from, "on") || OnEventForm.isBeginning(text, from))
                ? new Step.OnDay(Period.ZERO)
                : new Step.SameDay();
    }
}
