package org.moutracker.timerules.clause;

import java.util.List;
import org.moutracker.timerules.Rule;

/**
 * A rule that a clause may mean.
 *
 * @param sentence the rule in words, for a person to hold against the clause
 * @param words what it rests on, in the order of the text
 * @param remarks what was assumed, each a sentence without a full stop
 */
public record Proposal(Rule rule, String sentence, List<MarkedWords> words, List<String> remarks) {

    public Proposal {
        words = List.copyOf(words);
        remarks = List.copyOf(remarks);
    }
}
