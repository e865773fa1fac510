package org.moutracker.agreements.history;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.history.ThingChange.Action;

/** What one transaction has changed so far. However often something is written, it counts as it was and as it is. */
final class TransactionChanges {

    /** Something, by what it is and not by what it says. */
    private record Key(Class<?> type, Object id) {}

    private static final class Change {
        private final Historic thing;
        private final Map<String, JsonNode> before = new HashMap<>();
        private final Map<String, JsonNode> after = new HashMap<>();
        private boolean isNew;
        private boolean isGone;

        private Change(Historic thing) {
            this.thing = thing;
        }

        private ThingChange told(Place place) {
            var action = isNew ? Action.ADDED : isGone ? Action.REMOVED : Action.CHANGED;
            return new ThingChange(
                    place.kind(),
                    action,
                    place.id(),
                    MailAddresses.without(place.name()),
                    Differ.between(before, isGone ? Map.of() : after));
        }

        private @Nullable String reason(Place place) {
            var reason = place.reason();
            return reason != null && after.values().stream().anyMatch(value -> says(value, reason)) ? reason : null;
        }

        private static boolean says(JsonNode value, String text) {
            return value.isTextual()
                    ? value.asText().equals(text)
                    : Stream.of(value)
                            .flatMap(JsonNode::valueStream)
                            .anyMatch(one -> one.isTextual() && one.asText().equals(text));
        }
    }

    /**
     * What has changed of one agreement for the same readers.
     *
     * @param reason as what has changed says itself
     */
    record Entry(
            UUID agreement,
            Readers readers,
            List<ThingChange> changes,
            @Nullable String reason) {}

    private final Map<Key, Change> changes = new LinkedHashMap<>();

    void added(Historic thing, Object id, Map<String, JsonNode> values) {
        var change = change(thing, id);
        change.isNew = true;
        change.after.putAll(values);
    }

    void changed(Historic thing, Object id, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var change = change(thing, id);
        if (!change.isNew) {
            before.forEach(change.before::putIfAbsent);
        }
        change.after.putAll(after);
    }

    void removed(Historic thing, Object id, Map<String, JsonNode> values) {
        var change = change(thing, id);
        if (change.isNew) {
            changes.remove(new Key(thing.getClass(), id));
        } else {
            values.forEach(change.before::putIfAbsent);
            change.isGone = true;
        }
    }

    private Change change(Historic thing, Object id) {
        return changes.computeIfAbsent(new Key(thing.getClass(), id), _ -> new Change(thing));
    }

    /** One entry for each agreement; what is not for all readers stands in one of its own. */
    List<Entry> entries() {
        record For(UUID agreement, Readers readers) {}
        var told = new LinkedHashMap<For, List<ThingChange>>();
        var reasons = new HashMap<For, String>();
        for (var change : changes.values()) {
            var place = change.thing.inHistory();
            var thing = change.told(place);
            if (thing.action() != Action.CHANGED || !thing.fields().isEmpty()) {
                var key = new For(place.agreement(), place.readers());
                told.computeIfAbsent(key, _ -> new ArrayList<>()).add(thing);
                var reason = change.reason(place);
                if (reason != null) {
                    reasons.putIfAbsent(key, MailAddresses.without(reason));
                }
            }
        }
        return told.entrySet().stream()
                .map(entry -> new Entry(
                        entry.getKey().agreement(),
                        entry.getKey().readers(),
                        entry.getValue().stream()
                                .sorted(comparing(ThingChange::kind).thenComparing(ThingChange::name))
                                .toList(),
                        reasons.get(entry.getKey())))
                .toList();
    }
}
