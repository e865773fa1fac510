package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.json.MergePatch;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** Applies a JSON merge patch (RFC 7396) to an agreement's form, and holds the result to the rules of a new one. */
@ApplicationScoped
class AgreementPatch {

    private final ObjectMapper json;
    private final Forms forms;

    AgreementPatch(ObjectMapper json, Forms forms) {
        this.json = json;
        this.forms = forms;
    }

    AgreementForm apply(JsonNode changes, AgreementForm form) {
        if (!(changes instanceof ObjectNode patch)) {
            throw new InvalidRequest("", "must be an object");
        }
        if (patch.has("legalEvents")) {
            throw new InvalidRequest("legalEvents", "are recorded one by one, below /legal-events");
        }
        var merged = MergePatch.merge(json.valueToTree(form), patch);
        return forms.read(merged, AgreementForm.class);
    }

    /** Refuses to change by a patch what only an amendment or a correction may change. */
    void requireSameTerms(Agreement agreement, List<Commitment> promised, AgreementForm form) {
        var now = agreement.form(promised.stream().map(Commitment::form).toList());
        var changed = new ArrayList<String>();
        differ("reference", now.reference(), form.reference(), changed);
        differ("type", now.type(), form.type(), changed);
        differ("parties", now.parties(), form.parties(), changed);
        differ("signatures", Signature.acts(now.signatures()), Signature.acts(form.signatures()), changed);
        differ("entryIntoForce", now.entryIntoForce(), form.entryIntoForce(), changed);
        differ("term", now.term(), form.term(), changed);
        differ("survival", now.survival(), form.survival(), changed);
        differ("commitments", now.commitments(), form.commitments(), changed);
        if (!changed.isEmpty()) {
            throw new RuleViolated("%s of an agreement that is %s changes by amendment or correction, not by a patch"
                    .formatted(String.join(", ", changed), agreement.status));
        }
    }

    private static void differ(
            String field,
            @org.jspecify.annotations.Nullable Object now,
            @org.jspecify.annotations.Nullable Object then,
            List<String> changed) {
        if (!java.util.Objects.equals(now, then)) {
            changed.add(field);
        }
    }
}
