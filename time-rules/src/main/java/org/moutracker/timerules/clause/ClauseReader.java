package org.moutracker.timerules.clause;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposes rules for an English clause by a small grammar, and shows which words it used and which it did not understand.
 * What a clause leaves open is not filled in silently: it becomes a remark, or the clause stays unread. No date is
 * computed, since nothing may rest on what nobody has confirmed.
 *
 * <pre>{@code
 * var reading = ClauseReader.read("valid for five (5) years, unless six months' notice is given before its expiry");
 * }</pre>
 */
public final class ClauseReader {

    /** The longest text that is read: clauses are sentences, not books. */
    public static final int LONGEST = 10_000;

    /** The most times that are read in one text; whoever sends a whole agreement is told to send its clauses. */
    static final int MOST = 100;

    // Words that name no day come first: "within a reasonable time" is no period.
    private static final List<Form> FORMS = List.of(
            new VagueForm(),
            new NoticeForm(),
            new RenewalForm(),
            new TermForm(),
            new RecurrenceForm(),
            new EndForm(),
            new DayForm(),
            new DateForm(),
            new PeriodForm(),
            new OnEventForm());

    private ClauseReader() {}

    /** Reads a clause by itself. */
    public static Reading read(String text) {
        return read(text, Given.NOTHING);
    }

    /**
     * Reads a clause with what the caller knows beside it.
     *
     * @throws IllegalArgumentException when the text is longer than {@link #LONGEST}
     */
    public static Reading read(String clause, Given given) {
        if (clause.length() > LONGEST) {
            throw new IllegalArgumentException("must not be longer than " + LONGEST + " characters");
        }
        var text = new Text(clause);
        var notes = new Notes(text);
        var drafts = new ArrayList<Draft>();
        var at = 0;
        while (at < text.size()) {
            if (drafts.size() >= MOST) {
                notes.refuse(at, text.size(), "there are too many times in one text: have the clauses read one by one");
                break;
            }
            var found = found(text, at);
            if (found != null) {
                notes.cover(at, found.next());
            }
            switch (found) {
                case null -> at++;
                case Found.Drafts read -> {
                    drafts.addAll(read.drafts());
                    at = read.next();
                }
                case Found.Refused refused -> {
                    notes.refuse(at, refused.next(), refused.because());
                    at = refused.next();
                }
            }
        }
        return new Assembly(text, given, notes).reading(drafts);
    }

    private static @Nullable Found found(Text text, int at) {
        if (text.isIn(at - 1, Bearing.COMPARING)) {
            return null;
        }
        for (var form : FORMS) {
            var found = form.at(text, at);
            if (found != null && found.next() > at) {
                return found;
            }
        }
        return null;
    }
}
