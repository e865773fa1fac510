package org.moutracker.notifications.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Applies a JSON merge patch (RFC 7396) to what a policy says. */
@ApplicationScoped
class PolicyPatch {

    private final ObjectMapper json;
    private final Validator validator;

    PolicyPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    PolicyChange apply(JsonNode changes, PolicyChange present) {
        if (!(changes instanceof ObjectNode patch) || patch.isEmpty()) {
            throw new InvalidRequest("", "must be an object with something to change");
        }
        if (patch.has("scope")) {
            throw new InvalidRequest("scope", "cannot be changed: it would be another policy");
        }
        try {
            var change = json.treeToValue(merge(json.valueToTree(present), patch), PolicyChange.class);
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

    private static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), merge(merged.get(change.getKey()), change.getValue()));
            }
        });
        return merged;
    }
}
