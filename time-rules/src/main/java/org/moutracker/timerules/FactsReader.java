package org.moutracker.timerules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads recorded facts as JSON writes them. */
final class FactsReader {

    private FactsReader() {}

    static Facts facts(
            @Nullable Map<String, ?> facts, @Nullable Map<String, ?> moments, @Nullable Map<String, ?> deadlines) {
        var violations = new ArrayList<Violation>();
        var read = new Facts(
                FactsReader.<PartialDate>byEvent("facts", facts, FactsReader::day, violations),
                FactsReader.<Instant>byEvent("moments", moments, JsonValues::moment, violations),
                byDeadline(deadlines, violations));
        if (!violations.isEmpty()) {
            throw new InvalidRule(violations);
        }
        return read;
    }

    private static <T> Map<AnchorEvent, T> byEvent(
            String name, @Nullable Map<String, ?> json, JsonObject.Value<T> value, List<Violation> violations) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JsonObject.read(json, object -> {
                var read = new EnumMap<AnchorEvent, T>(AnchorEvent.class);
                Arrays.stream(AnchorEvent.values()).forEach(event -> {
                    var one = object.optional(event.name(), value);
                    if (one != null) {
                        read.put(event, one);
                    }
                });
                return read;
            });
        } catch (InvalidRule refused) {
            violations.addAll(refused.under(name).violations());
            return Map.of();
        }
    }

    private static PartialDate day(Object json) {
        var text = JsonValues.text(json);
        if (text.contains("T")) {
            throw new IllegalArgumentException("must be a date; a moment with its hour belongs in moments");
        }
        return PartialDate.parse(text);
    }

    private static Map<String, Facts.DeadlineDays> byDeadline(
            @Nullable Map<String, ?> json, List<Violation> violations) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JsonObject.read(json, object -> {
                var read = new HashMap<String, Facts.DeadlineDays>();
                json.keySet().forEach(id -> {
                    var days = object.optional(id, FactsReader::deadlineDays);
                    if (days != null) {
                        read.put(id, days);
                    }
                });
                return read;
            });
        } catch (InvalidRule refused) {
            violations.addAll(refused.under("deadlines").violations());
            return Map.of();
        }
    }

    private static Facts.DeadlineDays deadlineDays(Object json) {
        return JsonObject.read(
                json,
                days -> new Facts.DeadlineDays(
                        days.optional("due", JsonValues::partialDate), days.optional("met", JsonValues::partialDate)));
    }
}
