package org.moutracker.notifications.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.moutracker.notifications.Samples;

/** Steps of policies as callers write them. */
public final class PolicySteps {

    private PolicySteps() {}

    /** One of which nothing more is said. */
    public static PolicyStep of(String step) {
        return read("{\"step\": \"%s\"}".formatted(step));
    }

    public static PolicyStep of(String step, Circle audience) {
        return read("{\"step\": \"%s\", \"audience\": \"%s\"}".formatted(step, audience));
    }

    /** As JSON. */
    public static PolicyStep read(String json) {
        try {
            return Samples.JSON.readValue(json, PolicyStep.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
