package org.moutracker.timerules.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** Renewal by itself: {@code automatically renewed for successive periods of two years}. */
final class RenewalForm implements Form {

    private static final List<Phrase> RENEWED = Phrase.all(
            "automatically|tacitly renewed|extended|prolonged thereafter? for",
            "renewed|extended|prolonged automatically|tacitly thereafter? for",
            "renew|renews|extend|extends automatically|tacitly thereafter? for",
            "automatically|tacitly renew|renews|extend|extends itself? thereafter? for");
    private static final List<Phrase> PERIODS =
            Phrase.all("successive|consecutive|subsequent|further|additional|equal? periods|terms of? each?");
    private static final List<Phrase> ONE = Phrase.all(
            "a|an|one|another further|additional|another|second|subsequent? period|term of",
            "a|an|one|another further|additional? term|period of",
            "a|an? further|additional|another",
            "successive|consecutive|subsequent|further|additional");
    private static final List<Phrase> SAME = Phrase.all(
            "the|a? same|like|similar|equal|identical period|periods|duration|term of? time?",
            "like|similar|equal periods");
    private static final List<Phrase> EACH = Phrase.all("periods|terms each?", "each", "at a time");

    @Override
    public @Nullable Found at(Text text, int from) {
        var start = Phrase.first(RENEWED, text, from);
        if (start < 0) {
            return null;
        }
        var same = Phrase.first(SAME, text, start);
        if (same > 0) {
            var draft = new Draft().mark(from, start, Part.RENEWAL).mark(start, same, Part.PERIOD);
            draft.renewsTheTerm = true;
            return Found.of(fromExpiry(draft), same);
        }
        var several = Phrase.first(PERIODS, text, start);
        var which = several > 0 ? several : Phrase.skip(ONE, text, start);
        var amount = Amount.read(text, which);
        if (amount == null && which > start) {
            amount = Amount.read(text, start);
        }
        if (amount == null || amount.kind() != Amount.Kind.CALENDAR) {
            return new Found.Refused(start, "for how long it is renewed cannot be read");
        }
        if (amount.refused() != null) {
            return new Found.Refused(amount.next(), amount.refused());
        }
        var end = Phrase.skip(EACH, text, amount.next());
        var draft = new Draft(new Step.Renewed(amount.period(), 1))
                .mark(from, start, Part.RENEWAL)
                .mark(start, end, Part.PERIOD);
        return Found.of(fromExpiry(draft), end);
    }

    private static Draft fromExpiry(Draft draft) {
        return draft.otherwise(AnchorEvent.EXPIRY, "the renewal is taken to begin with the expiry")
                .remark("this is the end of the first renewal; later ones have more times");
    }
}
