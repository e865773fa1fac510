package org.moutracker.timerules.clause;

import static org.moutracker.timerules.AnchorEvent.*;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads events that are named by a sentence of their own: {@code the Parties have notified each other}. */
final class EventClauses {

    private static final Set<String> PARTIES = Set.of(
            "the", "both", "two", "contracting", "parties", "governments", "sides", "states", "hereto", "concerned");
    private static final Set<String> SUBJECT_MARKS = Set.of("…");
    private static final int LONGEST_SUBJECT = 8;

    private static final List<Phrase> NOTIFIED = Phrase.all(
            "have|had? notified|informed each|one other|another in? writing?",
            "have|had given each|one other|another written? notification|notice",
            "have|had exchanged written|diplomatic? notifications|notes");
    private static final List<Phrase> SIGNED = Phrase.all("have|had signed");

    private static final List<Phrase> INSTRUMENT = Phrase.all(
            "it",
            "this|the present? agreement|memorandum|mou|protocol|convention|treaty|arrangement|contract|letter|document"
                    + "|instrument|accord of? understanding|intent|cooperation?");
    private static final List<Phrase> IN_FORCE =
            Phrase.all("shall? enters|enter|entered|comes|come|came into|in force", "has|have entered|come into force");
    private static final List<Phrase> EXPIRES = Phrase.all("expires|expired|lapses", "would|will expire|lapse");
    private static final List<Phrase> IS_SIGNED = Phrase.all("is|was signed", "has been signed");
    private static final List<Phrase> OPERATES = Phrase.all(
            "commences|starts|begins its|their operation|operations|activities",
            "commences|starts|begins operation|operations|operating",
            "commences");

    private EventClauses() {}

    static @Nullable Named read(Text text, int from) {
        var instrument = Phrase.first(INSTRUMENT, text, from);
        if (instrument > 0) {
            return ofInstrument(text, instrument);
        }
        var parties = subject(text, from);
        var notified = Phrase.first(NOTIFIED, text, parties);
        if (notified > 0) {
            return Named.of(LAST_NOTIFICATION, notified);
        }
        var signed = Phrase.first(SIGNED, text, parties);
        return parties > from && signed > 0 ? Named.of(SIGNATURE, signed) : operation(text, from);
    }

    private static int subject(Text text, int from) {
        var at = from;
        while (at < from + LONGEST_SUBJECT && (text.isIn(at, PARTIES) || text.isMark(at, SUBJECT_MARKS))) {
            at++;
        }
        return at;
    }

    private static @Nullable Named ofInstrument(Text text, int at) {
        var force = Phrase.first(IN_FORCE, text, at);
        if (force > 0) {
            return Named.of(ENTRY_INTO_FORCE, force);
        }
        var expiry = Phrase.first(EXPIRES, text, at);
        if (expiry > 0) {
            return Named.of(EXPIRY, expiry);
        }
        var signed = Phrase.first(IS_SIGNED, text, at);
        return signed > 0 ? Named.of(SIGNATURE, signed) : null;
    }

    /** "The Institute commences its operations": who begins may have a name of a few words. */
    private static @Nullable Named operation(Text text, int from) {
        for (var at = from + 1; at <= from + LONGEST_SUBJECT && text.at(at - 1).kind() == Token.Kind.WORD; at++) {
            var next = Phrase.first(OPERATES, text, at);
            if (next > 0) {
                return Named.of(
                        OPERATION_STARTED, next, "“" + text.words(from, next) + "” is taken as the start of operation");
            }
        }
        return null;
    }
}
