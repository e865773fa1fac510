package org.moutracker.timerules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** JSON in tests, with single quotes so that it reads well inside Java. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private Json() {}

    public static Map<String, Object> read(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }

    /** A list of objects. */
    public static List<Map<String, Object>> readAll(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }

    static String write(Map<String, Object> json) {
        try {
            return MAPPER.writeValueAsString(json).replace('"', '\'');
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static Rule rule(String json) {
        return Rule.parse(read(json));
    }

    /** A rule that counts from the signature; the steps and whatever follows them, without the outer braces. */
    static Rule fromSignature(String stepsAndMore) {
        return rule("{'anchor': {'event': 'SIGNATURE'}, 'steps': " + stepsAndMore + "}");
    }

    static Facts signedOn(String day) {
        return Facts.none().with(AnchorEvent.SIGNATURE, PartialDate.parse(day));
    }
}
