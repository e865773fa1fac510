package org.moutracker.agreements.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.agreements.agreement.Difference;
import org.moutracker.agreements.agreement.Forms;
import org.moutracker.agreements.json.MergePatch;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.JsonViolation;
import org.moutracker.platform.problem.Violation;

/**
 * What an amendment changes: a JSON merge patch (RFC 7396) of the agreement's terms, in which the commitments stand by
 * their codes. So a commitment can be changed in one field, added, or left out from then on.
 */
@ApplicationScoped
class Changes {

    /** What can be amended; who the parties are, and what they signed, cannot. */
    private static final Set<String> TERMS = new TreeSet<>(
            Set.of("title", "type", "bindingness", "areas", "entryIntoForce", "term", "survival", "commitments"));

    private static final Pattern COMMITMENT = Pattern.compile("^commitments\\[(\\d+)]");

    private final ObjectMapper json;
    private final Forms forms;

    Changes(ObjectMapper json, Forms forms) {
        this.json = json;
        this.forms = forms;
    }

    /** The form that they make of another one, held to all rules of a new agreement. */
    AgreementForm apply(Map<String, @Nullable Object> changes, AgreementForm form) {
        var patch = (ObjectNode) json.valueToTree(changes);
        check(patch, form);
        var merged = MergePatch.merge(terms(form), patch);
        var codes = new ArrayList<String>();
        var whole = (ObjectNode) json.valueToTree(form);
        TERMS.forEach(whole::remove);
        merged.properties().forEach(term -> whole.set(term.getKey(), term.getValue()));
        whole.set("commitments", inOrder(merged.path("commitments"), codes));
        try {
            var amended = forms.read(whole, AgreementForm.class);
            amended.check();
            return amended;
        } catch (InvalidRequest e) {
            throw new InvalidRequest(
                    e.violations().stream().map(one -> named(one, codes)).toList());
        } catch (BadRequestException e) {
            if (e.getCause() instanceof JsonProcessingException unreadable) {
                throw new InvalidRequest(List.of(named(JsonViolation.of(unreadable), codes)));
            }
            throw e;
        }
    }

    private void check(ObjectNode patch, AgreementForm form) {
        var violations = new ArrayList<Violation>();
        patch.fieldNames().forEachRemaining(field -> {
            if (!TERMS.contains(field)) {
                violations.add(new Violation(
                        "changes." + field, "cannot be amended; what can is " + String.join(", ", TERMS)));
            }
        });
        var commitments = patch.path("commitments");
        if (!commitments.isMissingNode() && !commitments.isObject()) {
            violations.add(
                    new Violation("changes.commitments", "must be an object with the commitments by their codes"));
        } else {
            var known = terms(form).path("commitments");
            commitments.properties().forEach(one -> check(one.getKey(), one.getValue(), known, violations));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private static void check(String code, JsonNode change, JsonNode known, List<Violation> violations) {
        var path = "changes.commitments." + code;
        if (change.isNull() && !known.has(code)) {
            violations.add(new Violation(path, "is not the code of a commitment of this agreement"));
        } else if (!change.isNull() && !change.isObject()) {
            violations.add(new Violation(path, "must be an object, or null for one that is left out from then on"));
        } else if (change.has("code")) {
            violations.add(new Violation(path + ".code", "stays: add another commitment and leave this one out"));
        } else if (known.has(code)
                && change.has("kind")
                && !change.get("kind").equals(known.get(code).get("kind"))) {
            violations.add(new Violation(path + ".kind", "stays: add another commitment and leave this one out"));
        }
    }

    private ObjectNode terms(AgreementForm form) {
        var whole = (ObjectNode) json.valueToTree(form);
        var byCode = json.createObjectNode();
        for (var commitment : whole.withArray("commitments")) {
            var one = (ObjectNode) commitment.deepCopy();
            byCode.set(one.remove("code").asText(), one);
        }
        var terms = json.createObjectNode();
        for (var field : TERMS) {
            var value = whole.get(field);
            if (value != null && !value.isNull()) {
                terms.set(field, value);
            }
        }
        terms.set("commitments", byCode);
        return terms;
    }

    private ArrayNode inOrder(JsonNode byCode, List<String> codes) {
        var list = json.createArrayNode();
        byCode.properties().forEach(one -> {
            codes.add(one.getKey());
            list.add(((ObjectNode) one.getValue().deepCopy()).put("code", one.getKey()));
        });
        return list;
    }

    /** As the caller wrote it: below the changes, and the commitments by their codes. */
    private static Violation named(Violation violation, List<String> codes) {
        var place = COMMITMENT.matcher(violation.field());
        var field = place.find()
                ? "commitments." + codes.get(Integer.parseInt(place.group(1)))
                        + violation.field().substring(place.end())
                : violation.field();
        return new Violation("changes." + field, violation.message());
    }

    /** Every term that is another afterwards, down to the field that was changed; a list is one field. */
    List<Difference> differences(AgreementForm before, AgreementForm after) {
        var differences = new ArrayList<Difference>();
        differ("", terms(before), terms(after), differences);
        return differences;
    }

    private void differ(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> differences) {
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            var fields = new TreeSet<String>();
            one.fieldNames().forEachRemaining(fields::add);
            other.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field ->
                    differ(path.isEmpty() ? field : path + "." + field, one.get(field), other.get(field), differences));
        } else if (!value(before).equals(value(after))) {
            differences.add(new Difference(path, plain(before), plain(after)));
        }
    }

    private JsonNode value(@Nullable JsonNode node) {
        return node == null ? json.nullNode() : node;
    }

    private @Nullable Object plain(@Nullable JsonNode node) {
        return node == null ? null : json.convertValue(node, Object.class);
    }
}
