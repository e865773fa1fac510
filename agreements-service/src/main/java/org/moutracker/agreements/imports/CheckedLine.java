package org.moutracker.agreements.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.LikeAgreements.Like;
import org.moutracker.agreements.agreement.LikeAgreements.Sought;
import org.moutracker.platform.problem.Violation;

/**
 * What the check of a line has shown.
 *
 * @param form the registration; null where it cannot be imported
 * @param sought by what it is compared with others; null where it cannot be imported
 * @param like what it seems to be the same as
 */
record CheckedLine(
        int line,
        LineOutcome outcome,
        @Nullable String reference,
        List<Violation> violations,
        @Nullable JsonNode form,
        @Nullable Sought sought,
        @Nullable Like like) {

    // Of a line with very many mistakes the first show what is wrong with it.
    private static final int MOST_VIOLATIONS = 50;
    private static final int LONGEST_REFERENCE = 64;

    static CheckedLine broken(int line, @Nullable JsonNode form, List<Violation> violations) {
        return new CheckedLine(
                line,
                LineOutcome.ERROR,
                reference(form),
                violations.size() > MOST_VIOLATIONS ? violations.subList(0, MOST_VIOLATIONS) : violations,
                null,
                null,
                null);
    }

    private static @Nullable String reference(@Nullable JsonNode form) {
        var reference = form == null ? null : form.path("reference").textValue();
        return reference == null || reference.length() > LONGEST_REFERENCE ? null : reference;
    }

    static CheckedLine fit(Sought sought, JsonNode form) {
        return new CheckedLine(sought.line(), LineOutcome.OK, sought.reference(), List.of(), form, sought, null);
    }

    CheckedLine duplicateOf(Like known) {
        return new CheckedLine(line, LineOutcome.DUPLICATE, reference, violations, form, sought, known);
    }
}
