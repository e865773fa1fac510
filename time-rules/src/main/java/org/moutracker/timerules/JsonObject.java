package org.moutracker.timerules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object while it is read. It remembers everything that is wrong, so that a caller hears of all of it at once,
 * and every field that was asked for, so that the others can be refused. A required field that cannot be read yields a
 * stand-in, which never leaves {@link #read}.
 */
final class JsonObject {

    /** Reads one value; refuses with {@link IllegalArgumentException} or, from inside an object, {@link InvalidRule}. */
    @FunctionalInterface
    interface Value<T> {
        T from(Object json);
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("refused", null, false, false);
        }
    }

    private final Map<?, ?> fields;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private JsonObject(Map<?, ?> fields) {
        this.fields = fields;
    }

    static <T> T read(Object json, Function<JsonObject, T> reader) {
        if (!(json instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("must be an object");
        }
        var object = new JsonObject(fields);
        try {
            var result = reader.apply(object);
            object.refuseUnknownFields();
            if (object.violations.isEmpty()) {
                return result;
            }
        } catch (InvalidRule refused) {
            object.violations.addAll(refused.violations());
            object.refuseUnknownFields();
        } catch (Stopped stopped) {
            // Everything that was found stands in the violations already.
        }
        throw new InvalidRule(object.violations);
    }

    <T> T required(String name, Value<T> value, T standIn) {
        if (!has(name)) {
            refuse(name, "is required");
            return standIn;
        }
        var read = optional(name, value);
        return read == null ? standIn : read;
    }

    <T> @Nullable T optional(String name, Value<T> value) {
        var json = has(name) ? fields.get(name) : null;
        return json == null ? null : read(name, json, value);
    }

    /** The entries that could be read; an entry that could not is refused as {@code name[i]}. */
    <T> List<T> list(String name, Value<T> value) {
        var entries = new ArrayList<T>();
        if (has(name)) {
            var json = fields.get(name);
            if (!(json instanceof List<?> list)) {
                refuse(name, "must be a list");
                return entries;
            }
            for (var i = 0; i < list.size(); i++) {
                var path = name + "[" + i + "]";
                var entry = list.get(i);
                if (entry == null) {
                    refuse(path, "must not be null");
                    continue;
                }
                var read = read(path, entry, value);
                if (read != null) {
                    entries.add(read);
                }
            }
        }
        return entries;
    }

    /** A null is as good as leaving the field out. */
    boolean has(String name) {
        known.add(name);
        return fields.get(name) != null;
    }

    void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }

    /** For what only makes sense when everything before it could be read. */
    void stopIfRefused() {
        if (!violations.isEmpty()) {
            throw new Stopped();
        }
    }

    void refuseUnknownFields() {
        for (var name : fields.keySet()) {
            if (known.add(String.valueOf(name))) {
                refuse(String.valueOf(name), "is not a known field");
            }
        }
    }

    private <T> @Nullable T read(String path, Object json, Value<T> value) {
        try {
            return value.from(json);
        } catch (InvalidRule inside) {
            violations.addAll(inside.under(path).violations());
        } catch (IllegalArgumentException refused) {
            var message = refused.getMessage();
            refuse(path, message == null ? "cannot be read" : message);
        }
        return null;
    }
}
