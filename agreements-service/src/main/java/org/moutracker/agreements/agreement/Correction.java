package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Line;
import org.moutracker.platform.problem.Violation;

/**
 * A correction of a line of the ledger.
 *
 * @param fields which fields it corrects: a null in one of them means that nobody knows, one that is left out was right
 */
record Correction(CorrectionForm form, Set<String> fields) {

    static Correction of(JsonNode json, CorrectionForm form) {
        var fields = new HashSet<String>();
        json.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(Set.of("reason", "void"));
        return new Correction(form, Set.copyOf(fields));
    }

    boolean isVoid() {
        return Boolean.TRUE.equals(form.voids());
    }

    /** Lists what is wrong with it, given the line as it would stand. */
    List<Violation> violations(Line line, Set<String> parties, Set<String> areas) {
        var violations = new ArrayList<Violation>();
        if (isVoid() != fields.isEmpty()) {
            violations.add(new Violation("void", "is true, or the fields that are wrong are given: one of the two"));
        }
        if (isVoid()) {
            return violations;
        }
        if (line.type() == LegalEventType.SIGNED && fields.contains("party")) {
            violations.add(
                    new Violation("party", "makes it another signature: this one is void, and that one recorded"));
        }
        LegalEventForm.check("", line.type(), line.party(), line.occurredOn(), line.effectiveOn(), parties, violations);
        LegalEventForm.checkAreas("", line.type(), form.areas(), areas, violations);
        LegalEventForm.checkPeriod("", line.type(), form.period(), violations);
        return violations;
    }
}
