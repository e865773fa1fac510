package org.moutracker.timerules.clause;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Step;

/** With an event: {@code upon signature}, {@code from the date of the last notification}. */
final class OnEventForm implements Form {

    private static final List<Phrase> ON = Phrase.all("as of|from", "with effect from", "on|upon|from");

    private static final List<Phrase> DATED =
            Phrase.all("the? date|day of", "the? date|day on|upon which", "the? date hereof");

    /** Words of what begins to hold, and so begins with the start of the day. */
    private static final Set<String> BEGINNING =
            Set.of("force", "effect", "effective", "applied", "apply", "applies", "valid", "operative");

    private static final int REACH = 8;

    @Override
    public @Nullable Found at(Text text, int from) {
        var start = Phrase.first(ON, text, from);
        if (start < 0 || text.isNumber(start)) {
            return null;
        }
        var named = Anchors.read(text, start, false);
        var isDated = Phrase.first(DATED, text, start) > 0;
        if (named == null || !(isDated || isBeginning(text, from) || isClear(named, text.is(from, "upon")))) {
            return null;
        }
        var isBeginning = isBeginning(text, from) || (!text.is(from, "on") && !text.is(from, "upon"));
        var step = isBeginning ? new Step.OnDay(Period.ZERO) : new Step.SameDay();
        var draft = new Draft(step).mark(from, start, Part.DIRECTION).from(named, start);
        return Found.of(draft, named.next());
    }

    /** "On publication" may be what a text is about, and "upon request" is a condition. */
    private static boolean isClear(Named named, boolean isUpon) {
        return named.anchor() instanceof Anchor.Event(var event)
                && switch (event) {
                    case SIGNATURE, ENTRY_INTO_FORCE -> true;
                    case NOTIFICATION_SENT, NOTIFICATION_RECEIVED -> false;
                    case STATEMENT_MADE,
                            LAST_NOTIFICATION,
                            RATIFICATION_EXCHANGED,
                            QUORUM_REACHED,
                            GROUP_ESTABLISHED,
                            PREVIOUS_MEETING,
                            OPERATION_STARTED,
                            PUBLICATION,
                            EXPIRY -> isUpon;
                };
    }

    static boolean isBeginning(Text text, int from) {
        return text.before(from, REACH, BEGINNING);
    }
}
