package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Clock;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.Rule;

/** Which day it is by a rule, and what a rule makes of recorded facts. */
final class RuleDays {

    private static final Set<String> EVENTS =
            Arrays.stream(AnchorEvent.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private RuleDays() {}

    /** Facts that this version does not know yet are another version's business. */
    static Facts facts(Rule rule, Map<String, String> recorded) {
        var known = new HashMap<>(recorded);
        known.keySet().retainAll(EVENTS);
        return References.add(Facts.parse(known, null), rule, recorded);
    }

    /** The day that the rule counts from; null while it is not known. */
    static @Nullable LocalDate anchor(Rule rule, Map<String, String> recorded) {
        var bare = new Rule(rule.anchor(), List.of(), null, null, null, null, rule.clock(), null, null, null);
        return bare.evaluate(facts(rule, recorded), Calendars.none()).lastDay();
    }

    /** The day of an instant as the rule judges it: not after the last day exactly when the instant is in time. */
    static LocalDate judged(Rule rule, Instant instant) {
        var days = zones(rule).stream().map(zone -> instant.atZone(zone).toLocalDate());
        var clock = rule.clock();
        var isStrict = clock != null && clock.mode() == Clock.Mode.EARLIEST;
        return (isStrict ? days.max(Comparator.naturalOrder()) : days.min(Comparator.naturalOrder())).orElseThrow();
    }

    /** The latest day that it is for anybody concerned. */
    static LocalDate latest(Rule rule, Instant instant) {
        return zones(rule).stream()
                .map(zone -> instant.atZone(zone).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<ZoneId> zones(Rule rule) {
        var clock = rule.clock();
        return clock == null ? List.of(ZoneOffset.UTC) : clock.zones();
    }

    /** What happened to the facts that the rule counts from, as a cause. */
    static String difference(Rule rule, Map<String, String> before, Map<String, String> after) {
        var named = rule.anchor().events().stream().map(Enum::name);
        var causes = Stream.concat(named, References.labels(rule.anchor()))
                .sorted()
                .distinct()
                .map(name -> difference(name, before.get(name), after.get(name)))
                .filter(cause -> !cause.isEmpty())
                .collect(Collectors.joining("; "));
        return causes.isEmpty() ? "its rule or a calendar was changed" : causes;
    }

    private static String difference(String event, @Nullable String before, @Nullable String after) {
        if (after == null) {
            return before == null ? "" : "%s is not known any more: it was %s".formatted(event, before);
        }
        if (before == null) {
            return "%s is known: %s".formatted(event, after);
        }
        return after.equals(before) ? "" : "%s was corrected: %s, not %s".formatted(event, after, before);
    }
}
