package org.moutracker.agreements.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what is different in something, down to the field; a list is one field, and what is empty is nothing. */
final class Differ {

    private final List<FieldChange> changes = new ArrayList<>();

    private Differ() {}

    static List<FieldChange> between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var differ = new Differ();
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.forEach(field -> differ.compare(field, before.get(field), after.get(field)));
        return List.copyOf(differ.changes);
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            var fields = new TreeSet<String>();
            one.fieldNames().forEachRemaining(fields::add);
            other.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> compare(path + "." + field, one.get(field), other.get(field)));
        } else if (!Objects.equals(something(before), something(after))) {
            changes.add(new FieldChange(path, MailAddresses.without(before), MailAddresses.without(after)));
        }
    }

    private static @Nullable JsonNode something(@Nullable JsonNode node) {
        return node == null || node.isNull() || (node.isContainerNode() && node.isEmpty()) ? null : node;
    }
}
