package org.moutracker.timerules.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tokens are in a rule, and why the others are not. */
final class Notes {

    private final Text text;
    private final boolean[] used;
    private final String[] refused;
    private final boolean[] covered;
    private final Set<String> reasons = new LinkedHashSet<>();

    private @Nullable Set<Integer> negated;

    Notes(Text text) {
        this.text = text;
        this.used = new boolean[text.size()];
        this.refused = new String[text.size()];
        this.covered = new boolean[text.size()];
        Arrays.fill(refused, "");
    }

    void use(int from, int to) {
        Arrays.fill(used, from, to, true);
    }

    void refuse(int from, int to, String because) {
        Arrays.fill(refused, from, Math.min(to, refused.length), because);
        reasons.add(because);
    }

    /** A form has looked at these words, so that a "no" among them belongs to "no later than". */
    void cover(int from, int to) {
        Arrays.fill(covered, from, Math.min(to, covered.length), true);
    }

    /** Whether a sentence has a word that turns it into its opposite. */
    boolean isNegated(int sentence) {
        if (negated == null) {
            negated = new HashSet<>();
            for (var i = 0; i < covered.length; i++) {
                if (!covered[i] && text.isIn(i, Bearing.NEGATIONS)) {
                    negated.add(text.sentence(i));
                }
            }
        }
        return negated.contains(sentence);
    }

    /** Why something was refused, each reason once. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Neighbours that are not understood for the same reason are one. */
    List<NotUnderstood> notUnderstood() {
        var all = new ArrayList<NotUnderstood>();
        var last = "";
        for (var i = 0; i < used.length; i++) {
            var why = why(i);
            if (!why.isEmpty()) {
                var token = text.at(i);
                var start = why.equals(last) ? all.removeLast().start() : token.start();
                all.add(new NotUnderstood(start, token.end(), why));
            }
            last = why;
        }
        return all;
    }

    private String why(int token) {
        if (!refused[token].isEmpty() && !used[token]) {
            return refused[token];
        }
        var isLeftOut = text.is(token, "…");
        return used[token] && !isLeftOut ? "" : Bearing.why(text, token);
    }
}
