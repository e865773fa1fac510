package org.moutracker.timerules.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** Words that name no day: {@code as soon as possible}. They are kept as they are printed. */
final class VagueForm implements Form {

    private static final List<Phrase> WORDS = Phrase.all(
            "as soon as reasonably? possible|practicable|feasible",
            "as soon as they|it can|may",
            "as early|quickly|rapidly as possible",
            "with the? least|minimum of? possible? delay",
            "without any|undue|unreasonable? delay",
            "promptly|immediately|forthwith|expeditiously|shortly",
            "in due course|time",
            "in a timely manner|fashion",
            "at the|their|its earliest mutual? convenience|opportunity",
            "at the earliest possible date|time|opportunity|convenience",
            "at their|its convenience",
            "within a reasonable period|time|delay of? time?",
            "in the near future",
            "when|whenever|where as? necessary|needed|required|appropriate",
            "if and when necessary|required|appropriate",
            "as and|or when necessary|required|needed|appropriate",
            "as often as mutually? considered|deemed|agreed? necessary|required|possible|needed",
            "from time to time",
            "at regular intervals",
            "on a regular basis",
            "regularly|periodically",
            "on a date to be mutually? fixed|agreed|determined|decided by|upon? mutual? agreement|consent?",
            "on dates to? be? mutually agreed upon?",
            "on mutually agreed dates|date");

    private static final List<Phrase> AFTER = Phrase.all("after|following|upon");

    @Override
    public @Nullable Found at(Text text, int from) {
        var end = Phrase.first(WORDS, text, from);
        if (end < 0) {
            return null;
        }
        var draft = new Draft(new Step.Vague(text.words(from, end), null))
                .mark(from, end, Part.VAGUE)
                .otherwise(
                        AnchorEvent.ENTRY_INTO_FORCE,
                        "the words name no event: the anchor only matters for a review date of our own");
        var after = Phrase.first(AFTER, text, end);
        var named = after < 0 ? null : Anchors.read(text, after, false);
        return named == null
                ? Found.of(draft, end)
                : Found.of(draft.mark(end, after, Part.DIRECTION).from(named, after), named.next());
    }
}
