package org.moutracker.timerules.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;

/** Reads what a period is counted from: an event, a printed date, or the later or earlier of two. */
final class Anchors {

    private static final List<Phrase> DATE_OF = Phrase.all("the? date|day|moment|time of");
    private static final List<Phrase> DATE_ON_WHICH =
            Phrase.all("the? date|day on|upon which", "the? date|day when|that");
    private static final List<Phrase> LATER_OF = Phrase.all("the? later|latest of");
    private static final List<Phrase> EARLIER_OF = Phrase.all("the? earlier|earliest of");
    private static final List<Phrase> WHICHEVER_LATER =
            Phrase.all("whichever is|comes|occurs|happens the? later|latest|last");
    private static final List<Phrase> WHICHEVER_EARLIER =
            Phrase.all("whichever is|comes|occurs|happens the? earlier|earliest|sooner|first");

    private Anchors() {}

    /**
     * The anchor that the words from here name, or null: what is only named in part is not named.
     *
     * @param before whether the words say "before" it
     */
    static @Nullable Named read(Text text, int from, boolean before) {
        var later = Phrase.first(LATER_OF, text, from);
        var earlier = Phrase.first(EARLIER_OF, text, from);
        if (later > 0 || earlier > 0) {
            var first = single(text, Math.max(later, earlier), before);
            var second = first == null ? null : afterConjunction(text, first.next(), before);
            return first == null || second == null ? null : first.and(second, later > 0, second.next());
        }
        var first = single(text, from, before);
        var second = first == null ? null : afterConjunction(text, first.next(), before);
        return first == null || second == null ? first : whichever(text, first, second);
    }

    private static @Nullable Named afterConjunction(Text text, int at, boolean before) {
        return text.is(at, "and") || text.is(at, "or") ? single(text, at + 1, before) : null;
    }

    /** Two events without a word on which of them counts are no anchor. */
    private static @Nullable Named whichever(Text text, Named first, Named second) {
        var at = text.is(second.next(), ",") ? second.next() + 1 : second.next();
        var later = Phrase.first(WHICHEVER_LATER, text, at);
        var earlier = Phrase.first(WHICHEVER_EARLIER, text, at);
        return later < 0 && earlier < 0 ? null : first.and(second, later > 0, Math.max(later, earlier));
    }

    private static @Nullable Named single(Text text, int from, boolean before) {
        var date = PrintedDate.read(text, from);
        if (date != null) {
            return date.day() == null ? null : new Named(new Anchor.On(date.day()), date.next(), List.of());
        }
        var onWhich = Phrase.first(DATE_ON_WHICH, text, from);
        if (onWhich > 0) {
            return EventClauses.read(text, onWhich);
        }
        var noun = EventNouns.read(text, Phrase.skip(DATE_OF, text, from), before);
        return noun != null ? noun : EventClauses.read(text, from);
    }
}
