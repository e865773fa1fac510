package org.moutracker.timerules.clause;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows the words that bear on a time or a condition. Those that are in no rule are shown as not understood, so a long
 * list errs on the safe side.
 */
final class Bearing {

    /** Words that turn a sentence into its opposite: no rule is read from such a sentence. */
    static final Set<String> NEGATIONS = Set.of("not", "never", "nor", "neither", "cannot", "no", "none");

    /** Words that make another time of what follows: "earlier than 30 days after …". */
    static final Set<String> COMPARING = words("than least most more less fewer earlier later exceeding exceed exceeds"
            + " over under about approximately around roughly nearly almost circa except excepting excluding");

    private static final Set<String> ALWAYS = words("""
            day days day's week weeks month months month's year years year's hour hours quarter quarters
            decade decades fortnight fortnights date dates period periods term duration time times deadline deadlines
            moment interval intervals century today tomorrow yesterday tonight now noon midnight weekend weekends
            holiday holidays ramadan easter eid summer winter spring autumn
            before after within prior preceding until till since during upon throughout pending when whenever once while
            thereafter thereupon thereof subsequently later earlier latest earliest next previous beforehand advance
            meantime simultaneously concurrently
            if unless except excepting excepted provided subject notwithstanding otherwise case event whether assuming
            contingent conditional depending save excluding excluded inclusive exclusive only without whichever
            extended extension extensions extend extends prolonged prolongation renewed renewal renew renews renewable
            shortened reduced suspended suspension postponed postponement interrupted waived retroactive retroactively
            indefinite indefinitely unlimited permanent permanently expire expires expired expiry expiration
            normally usually generally principle approximately roughly nearly almost circa tentatively planned intended
            expected estimated indicative preferably ordinarily possible
            annual annually yearly monthly weekly daily quarterly biannual biannually biennial biennially triennial
            twice thrice periodic periodically regular regularly frequency consecutive successive
            article articles paragraph paragraphs subparagraph section clause clauses aforesaid aforementioned foregoing
            soon sooner promptly immediately delay forthwith shortly
            monday tuesday wednesday thursday friday saturday sunday january february april june july august september
            october november december half dozen o'clock pm counted included
            """);

    private static final Set<String> BEFORE_NUMBERS = words("about around over under up exceeding");
    private static final Set<String> UNITS =
            words("day days week weeks month months year years hour hours minute minutes");
    private static final Set<String> VAGUE_NUMBERS = words("several few couple many every each some other");
    private static final Set<String> REFERRING = words("referred specified mentioned stipulated");
    private static final Set<String> MONTHS_OR_NOT = words("may march");

    private Bearing() {}

    private static Set<String> words(String all) {
        return Set.copyOf(new HashSet<>(List.of(all.strip().split("\\s+", -1))));
    }

    /** Why a token that is in no rule should be looked at; empty when it is plain prose. */
    static String why(Text text, int at) {
        var token = text.at(at);
        return switch (token.kind()) {
            case FOREIGN -> "not written in English";
            case NUMBER, ORDINAL -> number(text, at);
            case MARK -> token.text().equals("…") ? "something was left out here" : "";
            case WORD -> word(text, at);
            case END -> "";
        };
    }

    private static String number(Text text, int at) {
        var year = PrintedDate.year(text, at);
        var isYear = year >= 1900 && year < 2200;
        var isCounting =
                text.isIn(at + 1, UNITS) || text.isIn(at + 1, Set.of("working", "business", "calendar", "clear"));
        var isDate = PrintedDate.MONTHS.containsKey(text.at(at + 1).text())
                || PrintedDate.MONTHS.containsKey(text.at(at - 1).text());
        var isHour = text.is(at + 1, ":") && text.isNumber(at + 2);
        return isYear || isCounting || isDate || isHour ? "bears on a time" : "";
    }

    private static boolean isCount(Text text, int at) {
        var number = Numbers.read(text, at);
        return number != null && text.isIn(number.next(), UNITS);
    }

    private static String word(Text text, int at) {
        if (text.isIn(at, NEGATIONS)) {
            return "says that something is not so";
        }
        var isFirst = at == 0 || text.at(at - 1).kind() == Token.Kind.MARK;
        var isAsLongAs = text.is(at, "long") && (text.is(at - 1, "as") || text.is(at - 1, "so"));
        if (isAsLongAs || (isFirst && (text.is(at, "should") || text.is(at, "where")))) {
            return "begins a condition";
        }
        if ((text.is(at, "event") || text.is(at, "case")) && text.is(at - 1, "any")) {
            return ""; // "in any event" sets no condition
        }
        if (text.is(at, "close") && text.is(at + 1, "of")) {
            return "bears on a time";
        }
        if (text.isIn(at, REFERRING)) {
            return text.is(at - 1, "hereinafter") ? "" : "refers to something else";
        }
        if (text.is(at, "following")) {
            return text.is(at - 1, "the") && !text.isIn(at + 1, UNITS) ? "" : "bears on a time";
        }
        if (text.isIn(at, MONTHS_OR_NOT)) {
            var isBesideNumber = text.isNumber(at - 1) || text.isNumber(at + 1);
            var isInside = at > 0 && text.at(at - 1).kind() == Token.Kind.WORD;
            return (isBesideNumber || isInside) && text.at(at).capital() ? "bears on a time" : "";
        }
        var isVagueNumber = text.isIn(at, VAGUE_NUMBERS) && text.isIn(at + 1, UNITS);
        var isAbout = text.isIn(at, BEFORE_NUMBERS) && (text.isNumber(at + 1) || Numbers.read(text, at + 1) != null);
        return text.isIn(at, ALWAYS) || isVagueNumber || isAbout || isCount(text, at)
                ? "bears on a time or a condition"
                : "";
    }
}
