package org.moutracker.workinggroups.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Applies a JSON merge patch (RFC 7396) to how somebody can be reached, and holds the result to the rules of a new one. */
@ApplicationScoped
class PersonPatch {

    private static final Set<String> FIELDS = Set.of("name", "email", "language", "zone", "channels");

    private final ObjectMapper json;
    private final Validator validator;

    PersonPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    Person apply(JsonNode changes, Person person) {
        if (!(changes instanceof ObjectNode patch) || patch.isEmpty()) {
            throw new InvalidRequest("", "must be an object with something to change");
        }
        var merged = json.createObjectNode()
                .put("name", person.name())
                .put("email", person.email())
                .put("language", person.language())
                .put("zone", person.zone());
        merged.set("channels", json.valueToTree(person.wanted()));
        patch.properties().forEach(change -> {
            if (!FIELDS.contains(change.getKey())) {
                throw new InvalidRequest(change.getKey(), "cannot be changed here");
            }
            if (change.getKey().equals("channels")) {
                requireChannels(change.getValue());
            } else if (!change.getValue().isTextual()) {
                throw new InvalidRequest(change.getKey(), "must be a text");
            }
            merged.set(change.getKey(), change.getValue());
        });
        var contact = read(merged);
        requireValid(contact);
        return new Person(
                person.id(),
                contact.name().strip(),
                contact.email(),
                merged.get("language").asText(),
                merged.get("zone").asText(),
                contact.channels());
    }

    /** Null takes back what was chosen, as RFC 7396 has it. */
    private static void requireChannels(JsonNode value) {
        var known = Arrays.stream(Channel.values()).map(Channel::name).toList();
        var isList = value.isArray()
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(one -> one.isTextual() && known.contains(one.asText()));
        if (!isList && !value.isNull()) {
            throw new InvalidRequest("channels", "must be a list of " + String.join(" and ", known));
        }
    }

    private Contact read(ObjectNode merged) {
        try {
            return json.treeToValue(merged, Contact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be read", e);
        }
    }

    private void requireValid(Contact contact) {
        var wrong = new TreeMap<String, String>();
        validator
                .validate(contact)
                .forEach(violation -> wrong.put(violation.getPropertyPath().toString(), violation.getMessage()));
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong.entrySet().stream()
                    .map(entry -> new Violation(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }
}
