package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupChanged;

/** Applies a JSON merge patch (RFC 7396) to what describes a group. */
@ApplicationScoped
class GroupPatch {

    private static final Set<String> FIELDS = Set.of("name", "functions", "parent");
    private static final int LONGEST_NAME = 300;
    private static final int MOST_FUNCTIONS = 20;
    private static final List<String> FUNCTIONS =
            Arrays.stream(GroupFunction.values()).map(Enum::name).toList();

    /** The group below which it is to come; null when the patch leaves it where it is, or takes it out. */
    static @Nullable UUID parent(JsonNode changes) {
        var parent = changes.get("parent");
        if (parent == null || parent.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(parent.isTextual() ? parent.asText() : "");
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("parent", "must be the id of a group, or null");
        }
    }

    WorkingGroupChanged apply(JsonNode changes, WorkingGroup group) {
        if (!(changes instanceof ObjectNode patch) || patch.isEmpty()) {
            throw new InvalidRequest("", "must be an object with something to change");
        }
        patch.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new InvalidRequest(field, "cannot be changed here");
            }
        });
        return group.describe(
                patch.has("name") ? name(patch.get("name")) : group.name,
                patch.has("functions") ? functions(patch.get("functions")) : group.functions,
                patch.has("parent") ? parent(patch) : group.parentId);
    }

    private static String name(JsonNode name) {
        var text = name.isTextual() ? name.asText().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new InvalidRequest("name", "must be 1 to %d characters".formatted(LONGEST_NAME));
        }
        return text;
    }

    private static List<String> functions(JsonNode functions) {
        if (functions.isNull()) {
            return List.of();
        }
        if (!functions.isArray() || functions.size() > MOST_FUNCTIONS) {
            throw new InvalidRequest("functions", "must be a list of at most %d".formatted(MOST_FUNCTIONS));
        }
        var read = new ArrayList<String>();
        for (var i = 0; i < functions.size(); i++) {
            var function = functions.get(i).asText();
            if (!FUNCTIONS.contains(function)) {
                throw new InvalidRequest("functions[" + i + "]", "must be one of " + String.join(", ", FUNCTIONS));
            }
            if (!read.contains(function)) {
                read.add(function);
            }
        }
        return read;
    }
}
