package org.moutracker.agreements.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps mail addresses out of histories: they are personal data, and a history is never erased. */
final class MailAddresses {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,255}");

    private MailAddresses() {}

    static boolean isIn(String text) {
        return text.indexOf('@') >= 0 && ADDRESS.matcher(text).find();
    }

    static String without(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("[…]");
    }

    static @Nullable JsonNode without(@Nullable JsonNode node) {
        return switch (node) {
            case null -> null;
            case ObjectNode object -> {
                var clean = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> clean.set(field.getKey(), without(field.getValue())));
                yield clean;
            }
            case ArrayNode list -> {
                var clean = JsonNodeFactory.instance.arrayNode();
                list.forEach(element -> clean.add(without(element)));
                yield clean;
            }
            case JsonNode value ->
                value.isTextual() ? JsonNodeFactory.instance.textNode(without(value.asText())) : value;
        };
    }
}
