package org.moutracker.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.moutracker.platform.testing.EventSamples;

/** Reads the samples of others' events as this service reads the events. */
public final class Samples {

    public static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Samples() {}

    public static <S> S read(String event, Class<S> state) throws JsonProcessingException {
        return JSON.treeToValue(EventSamples.sample("mou." + event + ".v1").get("data"), state);
    }
}
