package org.moutracker.timerules.clause;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows a period: {@code after the entry into force}, {@code before its expiry}, or nothing.
 *
 * @param from the first word of it
 * @param named null when there is no tail, or none that names an anchor known here
 * @param next the token behind it
 */
record Tail(Way way, int from, @Nullable Named named, int next) {

    enum Way {
        AFTER,
        BEFORE,
        /** Nothing follows that would say it. */
        NONE
    }

    private static final List<Phrase> AFTER = Phrase.all(
            ",? counted|counting|calculated|running|starting|beginning|commencing as? from|on|after|with",
            "as from|of",
            "from|after|following|since|upon");
    private static final List<Phrase> OF = Phrase.all("of");
    private static final List<Phrase> BEFORE =
            Phrase.all("prior|previous to", "in advance of", "ahead of", "before|preceding");
    private static final Set<String> STOPS = Set.of(",", ".", ";", ":", "…", ")", "(");
    private static final int LONGEST_UNKNOWN = 8;

    /**
     * Reads it.
     *
     * @param alsoOf whether "of" can stand for "after", as it does behind "within 30 days"
     */
    static Tail read(Text text, int from, boolean alsoOf) {
        var before = Phrase.first(BEFORE, text, from);
        if (before > 0) {
            return known(Way.BEFORE, text, before);
        }
        var after = Phrase.first(AFTER, text, from);
        if (after < 0 && alsoOf) {
            after = Phrase.first(OF, text, from);
        }
        return after > 0 ? known(Way.AFTER, text, after) : none(from);
    }

    static Tail none(int from) {
        return new Tail(Way.NONE, from, null, from);
    }

    private static Tail known(Way way, Text text, int event) {
        var named = Anchors.read(text, event, way == Way.BEFORE);
        return new Tail(way, event, named, named == null ? unknown(text, event) : named.next());
    }

    /** How far words reach that should have named an anchor. */
    static int unknown(Text text, int from) {
        var at = from;
        while (at < from + LONGEST_UNKNOWN && at < text.size() && !text.isMark(at, STOPS)) {
            at++;
        }
        return at;
    }

    boolean isUnknown() {
        return way != Way.NONE && named == null;
    }

    Found refused(Text text) {
        return new Found.Refused(
                next,
                from == next
                        ? "what it is counted from is not said"
                        : "“" + text.words(from, next) + "” is no event that is known here");
    }
}
