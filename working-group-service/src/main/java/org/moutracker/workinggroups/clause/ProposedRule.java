package org.moutracker.workinggroups.clause;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.timerules.clause.Proposal;

/** A rule that the clause may mean. Nothing is computed from it until somebody has confirmed it. */
@Schema(description = "A rule that the clause may mean. Nothing is computed from it.")
record ProposedRule(
        @Schema(ref = "#/components/schemas/TimeRule", required = true)
        Map<String, Object> rule,

        @Schema(
                required = true,
                description = "The rule in words, to be held against the clause.",
                examples = "Within 30 days after the statement.")
        String sentence,

        @Schema(required = true, description = "The words that it rests on, in the order of the text.")
        List<UsedWords> words,

        @Schema(
                required = true,
                description = "What was assumed.",
                examples = "“next” is counted from the day on which this was stated")
        List<String> remarks) {

    static ProposedRule of(Proposal proposal) {
        return new ProposedRule(
                proposal.rule().toJson(),
                proposal.sentence(),
                proposal.words().stream().map(UsedWords::of).toList(),
                proposal.remarks());
    }
}
