package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Reads a form from JSON that something else was done with first, as strictly as if it had been the body. */
@ApplicationScoped
public class Forms {

    private final ObjectMapper json;
    private final Validator validator;

    Forms(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public <T> T read(JsonNode body, Class<T> form) {
        if (!body.isObject()) {
            throw new InvalidRequest("", "must be an object");
        }
        try {
            var read = json.treeToValue(body, form);
            var violations =
                    validator.validate(read).stream().map(Violation::of).toList();
            if (!violations.isEmpty()) {
                throw new InvalidRequest(violations);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }
}
