package org.moutracker.timerules.clause;

import static org.moutracker.timerules.AnchorEvent.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;

/** Reads events that are named by a noun: {@code its entry into force}, {@code receipt of the last notification}. */
final class EventNouns {

    /** A way to name an event. */
    private record Name(
            Phrase words, AnchorEvent event, @Nullable String remark) {}

    private static final Set<String> DETERMINERS = Set.of("the", "its", "such", "this", "that", "their", "a", "an");
    private static final Set<String> BODIES = Set.of("group", "committee", "commission", "council", "body", "board");
    private static final int LONGEST_NAME = 7;

    private static final String SENT_OR_RECEIVED =
            "whether a notification counts when sent or when received is not said: taken as received";

    private static final List<Name> NAMES = names();
    private static final List<Name> ONLY_AFTER = List.of(new Name(
            Phrase.of("each|every? meeting|session"),
            PREVIOUS_MEETING,
            "the meeting that is meant is taken as the previous one"));

    private static final String INSTRUMENT = "agreement|memorandum|mou|protocol|convention|treaty|arrangement|contract"
            + "|letter|document|instrument|accord|plan|programme of? understanding|intent|cooperation?";
    private static final List<Phrase> THE_INSTRUMENT = Phrase.all("of the " + INSTRUMENT);

    private static final List<Phrase> COMPLEMENTS = Phrase.all(
            "of this present? " + INSTRUMENT,
            "of the present " + INSTRUMENT,
            "of the agreement|memorandum|mou of? understanding?",
            "of the|its|each|any|such|said|this then? current|initial|first|present|respective|relevant? period|term|validity",
            "of both|the both? contracting? parties|sides|governments",
            "by both|all|the two? contracting? parties|sides|governments",
            "by either|any|one of? the? contracting? party|parties|side|government",
            "between the contracting? parties|sides|governments",
            "of termination|denunciation|withdrawal|non-renewal",
            "to the other contracting? party|side",
            "in writing",
            "hereof",
            "thereof",
            "date");

    private EventNouns() {}

    private static List<Name> names() {
        var names = new ArrayList<Name>();
        add(names, "last|later|latter|final|second? signature|signatures|signing", SIGNATURE, null);
        add(names, "entry|coming|entering into force", ENTRY_INTO_FORCE, null);
        add(names, "effective date", ENTRY_INTO_FORCE, "“effective date” is taken as the entry into force");
        add(
                names,
                "sending|dispatch|transmission of? the? last|later|latter|final|second written? notification|notice|note",
                NOTIFICATION_SENT,
                "of several notifications that were sent, the last is meant");
        add(
                names,
                "sending|dispatch|transmission of? such|this|that|the|a? written? notification|notice|note",
                NOTIFICATION_SENT,
                null);
        add(
                names,
                "receipt of the? last|later|latter|final|second written|diplomatic? notification|note|notice",
                LAST_NOTIFICATION,
                null);
        add(
                names,
                "receipt of such|this|that|the|a? written|diplomatic? notification|notifications|notice|note|notes",
                NOTIFICATION_RECEIVED,
                null);
        add(
                names,
                "last|later|latter|final|second of? the|these|such|both? two? written|diplomatic? notification"
                        + "|notifications|note|notes|notice|notices",
                LAST_NOTIFICATION,
                null);
        add(
                names,
                "written|diplomatic? notification|notifications|notice|note",
                NOTIFICATION_RECEIVED,
                SENT_OR_RECEIVED);
        add(
                names,
                "written? request|requests",
                NOTIFICATION_RECEIVED,
                "a request is taken as a notification that was received");
        add(names, "exchange of the|their? instruments of ratification", RATIFICATION_EXCHANGED, null);
        add(names, "exchange of the|their? ratifications", RATIFICATION_EXCHANGED, null);
        add(names, "official? publication", PUBLICATION, null);
        add(names, "expiry|expiration", EXPIRY, null);
        add(names, "termination", EXPIRY, "termination is taken as the expiry");
        add(names, "previous|last|preceding|prior meeting|session", PREVIOUS_MEETING, null);
        add(names, "start|commencement|beginning of its|their|the? operation|operations", OPERATION_STARTED, null);
        add(names, "implementation", OPERATION_STARTED, "implementation is taken as the start of operation");
        add(names, "statement|announcement|declaration", STATEMENT_MADE, null);
        add(names, "date? hereof", SIGNATURE, "“the date hereof” is assumed to be the signature");
        add(names, "today's date", STATEMENT_MADE, "“today” is taken as the day on which this was stated");
        add(names, "today|now", STATEMENT_MADE, "“today” is taken as the day on which this was stated");
        return List.copyOf(names);
    }

    private static void add(List<Name> names, String words, AnchorEvent event, @Nullable String remark) {
        names.add(new Name(Phrase.of(words), event, remark));
    }

    static @Nullable Named read(Text text, int from, boolean before) {
        var isDetermined = text.isIn(from, DETERMINERS);
        var at = isDetermined ? from + 1 : from;
        var named = name(text, at, NAMES);
        if (named == null && !before) {
            named = name(text, at, ONLY_AFTER);
        }
        if (named == null) {
            named = special(text, at);
        }
        return named == null ? null : completed(text, named);
    }

    private static @Nullable Named name(Text text, int at, List<Name> names) {
        for (var name : names) {
            var next = name.words().match(text, at);
            if (next > at) {
                return name.remark() == null
                        ? Named.of(name.event(), next)
                        : Named.of(name.event(), next, name.remark());
            }
        }
        return null;
    }

    private static @Nullable Named special(Text text, int at) {
        if (text.is(at, "receipt") || text.is(at, "delivery")) {
            return Documents.received(text, at);
        }
        if (text.is(at, "end")) {
            return Terms.end(text, at);
        }
        var isFounding = text.isIn(at, Set.of("establishment", "constitution", "creation", "formation"));
        if (!isFounding || !text.is(at + 1, "of")) {
            return null;
        }
        for (var i = at + 2; i < at + 2 + LONGEST_NAME && text.at(i).kind() == Token.Kind.WORD; i++) {
            if (text.isIn(i, BODIES)) {
                return Named.of(AnchorEvent.GROUP_ESTABLISHED, i + 1);
            }
        }
        return null;
    }

    /** What belongs to the event; an "of" that is left over makes it another one, perhaps of another instrument. */
    private static @Nullable Named completed(Text text, Named named) {
        var at = named.next();
        for (var next = Phrase.first(COMPLEMENTS, text, at); next > at; next = Phrase.first(COMPLEMENTS, text, at)) {
            at = next;
        }
        var other = Phrase.first(THE_INSTRUMENT, text, at);
        if (other > 0) {
            var remark = "“" + text.words(at + 1, other) + "” is taken as this instrument";
            return new Named(
                    named.anchor(),
                    other,
                    Stream.concat(named.remarks().stream(), Stream.of(remark)).toList());
        }
        return isOfAnother(text, named, at) ? null : named.until(at);
    }

    private static boolean isOfAnother(Text text, Named named, int at) {
        return text.is(at, "of")
                || (named.is(SIGNATURE) && text.is(at, "by"))
                || (named.is(ENTRY_INTO_FORCE) && text.is(at, "for"));
    }
}
