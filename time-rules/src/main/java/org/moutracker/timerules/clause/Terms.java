package org.moutracker.timerules.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;

/** Reads the end of a term as the expiry: {@code the end of each two-year period}, {@code the end of its validity}. */
final class Terms {

    private static final List<Phrase> END_OF = Phrase.all("end of");
    private static final List<Phrase> WHICH = Phrase.all(
            "the|its|this|such|each|any|said then? initial|first|current|present|renewed|respective|relevant?");
    private static final List<Phrase> TERM =
            Phrase.all("validity period", "period of validity", "term|validity|duration", "period");

    private Terms() {}

    static @Nullable Named end(Text text, int at) {
        var which = Phrase.skip(WHICH, text, Phrase.skip(END_OF, text, at));
        var amount = Amount.plain(text, which);
        var term = Phrase.first(TERM, text, amount == null || amount.refused() != null ? which : amount.next());
        return term > 0 ? Named.of(AnchorEvent.EXPIRY, term) : null;
    }
}
