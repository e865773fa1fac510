package org.moutracker.timerules.clause;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Step;

/** How long something holds: {@code remain in force for five years}, {@code a term of 8 years}. */
final class TermForm implements Form {

    private static final List<Phrase> FOR = Phrase.all(
            "remain|remains|stay|stays|continue|continues|be|is|are in|to force|effect initially? for",
            "remain|remains|stay|stays|continue|continues|be|is|are to? be? valid|effective|operative initially? for",
            "in force|effect initially? for",
            "valid|effective initially? for",
            "last|lasts for");
    private static final List<Phrase> TERM_OF = Phrase.all(
            "for? a|an|its? initial|fixed? term|duration|validity|period? of validity? of",
            "term|duration|validity of");
    private static final List<Phrase> WHICH = Phrase.all("a|an|the? initial|first|fixed");
    private static final List<Phrase> FURTHER =
            Phrase.all("a|an? further|additional|another period? of?", "further|additional|another");
    private static final Set<String> INSTRUMENTS =
            Set.of("agreement", "memorandum", "mou", "protocol", "document", "arrangement", "convention", "treaty");
    /** What has a term of its own, which is not that of the instrument. */
    private static final Set<String> OTHERS = Set.of(
            "elected",
            "appointed",
            "serve",
            "serves",
            "office",
            "chair",
            "chairs",
            "chairman",
            "chairperson",
            "director",
            "secretary",
            "president",
            "member",
            "members",
            "co-chair",
            "visa",
            "visas",
            "passport",
            "passports",
            "permit",
            "permits",
            "licence",
            "licences",
            "license",
            "licenses",
            "certificate",
            "certificates",
            "scholarship",
            "scholarships",
            "fellowship",
            "fellowships",
            "offer",
            "offers");

    private static final int REACH = 25;
    private static final String FROM_FORCE = "from when is not said: taken from the entry into force";

    @Override
    public @Nullable Found at(Text text, int from) {
        var inForce = Phrase.first(FOR, text, from);
        if (inForce > 0) {
            return term(text, from, inForce);
        }
        var termOf = Phrase.first(TERM_OF, text, from);
        return termOf > 0 ? term(text, from, termOf) : ofInstrument(text, from);
    }

    private static @Nullable Found term(Text text, int from, int start) {
        var further = Phrase.first(FURTHER, text, start);
        var which = further > 0 ? further : Phrase.skip(WHICH, text, start);
        var amount = Amount.read(text, which);
        if (amount == null && which > start) {
            amount = Amount.read(text, start);
        }
        if (amount == null || amount.kind() != Amount.Kind.CALENDAR) {
            return null;
        }
        if (amount.refused() != null) {
            return new Found.Refused(amount.next(), amount.refused());
        }
        if (text.near(from, REACH, OTHERS)) {
            return new Found.Refused(amount.next(), "this may be the term of something else");
        }
        // "After which it expires" speaks of the end, not of the start.
        var isAfterWhich = text.is(amount.next(), "after") && text.is(amount.next() + 1, "which");
        var tail = isAfterWhich ? Tail.none(amount.next()) : Tail.read(text, amount.next(), false);
        if (tail.isUnknown() || tail.way() == Tail.Way.BEFORE) {
            return tail.refused(text);
        }
        var draft = new Draft(new Step.Term(amount.period()))
                .mark(from, start, Part.TERM)
                .mark(start, amount.next(), Part.PERIOD);
        if (tail.named() != null) {
            draft.mark(amount.next(), tail.from(), Part.DIRECTION).from(tail.named(), tail.from());
        } else if (further > 0) {
            draft.otherwise(AnchorEvent.EXPIRY, "a further period is taken to begin with the expiry");
        } else {
            draft.otherwise(AnchorEvent.ENTRY_INTO_FORCE, FROM_FORCE);
        }
        return Found.of(draft, tail.next());
    }

    /** A five-year Agreement. */
    private static @Nullable Found ofInstrument(Text text, int from) {
        var amount = Amount.plain(text, text.is(from, "a") ? from + 1 : from);
        if (amount == null
                || amount.kind() != Amount.Kind.CALENDAR
                || amount.refused() != null
                || !text.isIn(amount.next(), INSTRUMENTS)) {
            return null;
        }
        var draft = new Draft(new Step.Term(amount.period()))
                .mark(from, amount.next(), Part.PERIOD)
                .mark(amount.next(), amount.next() + 1, Part.TERM)
                .otherwise(AnchorEvent.ENTRY_INTO_FORCE, FROM_FORCE);
        return Found.of(draft, amount.next() + 1);
    }
}
