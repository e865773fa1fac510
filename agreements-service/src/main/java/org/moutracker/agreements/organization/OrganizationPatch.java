package org.moutracker.agreements.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.Set;
import org.moutracker.agreements.json.MergePatch;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Applies a JSON merge patch (RFC 7396) to what is said of an organization. */
@ApplicationScoped
class OrganizationPatch {

    private static final Set<String> WHICH_ONE = Set.of("id", "kind", "country");

    private final ObjectMapper json;
    private final Validator validator;

    OrganizationPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    OrganizationChange apply(JsonNode changes, OrganizationChange present) {
        if (!(changes instanceof ObjectNode patch) || patch.isEmpty()) {
            throw new InvalidRequest("", "must be an object with something to change");
        }
        for (var field : WHICH_ONE) {
            if (patch.has(field)) {
                throw new InvalidRequest(field, "cannot be changed: it would be another organization");
            }
        }
        try {
            var change = json.treeToValue(MergePatch.merge(json.valueToTree(present), patch), OrganizationChange.class);
            var violations =
                    validator.validate(change).stream().map(Violation::of).toList();
            if (!violations.isEmpty()) {
                throw new InvalidRequest(violations);
            }
            return change;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }
}
