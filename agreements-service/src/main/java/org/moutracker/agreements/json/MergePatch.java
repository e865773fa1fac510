package org.moutracker.agreements.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON merge patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /** What a patch makes of a document; the document itself may be changed by it. */
    public static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                var old = merged.get(change.getKey());
                merged.set(change.getKey(), merge(old == null ? changes.objectNode() : old, change.getValue()));
            }
        });
        return merged;
    }
}
