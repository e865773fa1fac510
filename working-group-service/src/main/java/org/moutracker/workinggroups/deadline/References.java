package org.moutracker.workinggroups.deadline;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.PartialDate;
import org.moutracker.timerules.Rule;

/**
 * How a rule names other deadlines ({@code {"deadline": "C-01", "when": "MET"}}): by the code of a commitment of the same
 * agreement, whose first deadline is meant, or by a deadline's id. What is known of them is kept among the facts, under
 * the words that the explanation uses: {@code DEADLINE C-01 MET}.
 */
final class References {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", Pattern.CASE_INSENSITIVE);

    // Behind the day of a deadline that leans on an estimate: what counts from it leans on it, too.
    private static final String ESTIMATED = "~";

    private References() {}

    /**
     * The days of a deadline that others count from.
     *
     * @param due null while it is not known
     */
    record Days(@Nullable LocalDate due, @Nullable LocalDate met, boolean estimated) {}

    /** How a commitment's first deadline is named across agreements. */
    static String alias(UUID agreement, String commitment) {
        return agreement + "/" + commitment;
    }

    /** The deadlines that a rule looks at, as ids and aliases. */
    static Set<String> of(Rule rule, UUID agreement) {
        return rule.anchor().deadlines().stream()
                .map(name -> full(name, agreement))
                .collect(toCollection(TreeSet::new));
    }

    private static String full(String name, UUID agreement) {
        return ID.matcher(name).matches() ? name.toLowerCase(Locale.ROOT) : alias(agreement, name);
    }

    /** What a rule's own words mean by now, of those that are known. */
    static Map<String, String> facts(Rule rule, UUID agreement, Map<String, Days> known) {
        var facts = new HashMap<String, String>();
        for (var name : rule.anchor().deadlines()) {
            var days = known.get(full(name, agreement));
            if (days != null) {
                put(facts, name, Anchor.When.DUE, days.due(), days.estimated());
                put(facts, name, Anchor.When.MET, days.met(), false);
            }
        }
        return facts;
    }

    private static void put(
            Map<String, String> facts, String name, Anchor.When when, @Nullable LocalDate day, boolean estimated) {
        if (day != null) {
            facts.put(new Anchor.OfDeadline(name, when).label(), day + (estimated ? ESTIMATED : ""));
        }
    }

    /** Facts with other days of the deadlines that a rule names. */
    static Map<String, String> renewed(Map<String, String> facts, Rule rule, Map<String, String> references) {
        var all = new HashMap<>(facts);
        labels(rule.anchor()).forEach(all::remove);
        all.putAll(references);
        return Map.copyOf(all);
    }

    /** Facts as they are recorded by now, with what was known of the deadlines that a rule names. */
    static Map<String, String> kept(Map<String, String> facts, Rule rule, Map<String, String> recorded) {
        var all = new HashMap<>(recorded);
        labels(rule.anchor())
                .filter(facts::containsKey)
                .forEach(label -> all.put(label, String.valueOf(facts.get(label))));
        return Map.copyOf(all);
    }

    /** Adds to the facts that the engine counts with what is recorded of other deadlines. */
    static Facts add(Facts facts, Rule rule, Map<String, String> recorded) {
        var all = facts;
        for (var name : rule.anchor().deadlines()) {
            all = all.with(
                    name,
                    new Facts.DeadlineDays(day(recorded, name, Anchor.When.DUE), day(recorded, name, Anchor.When.MET)));
        }
        return all;
    }

    private static @Nullable PartialDate day(Map<String, String> recorded, String name, Anchor.When when) {
        var day = recorded.get(new Anchor.OfDeadline(name, when).label());
        return day == null ? null : PartialDate.parse(day.replace(ESTIMATED, ""));
    }

    /** Whether the rule counts from the day of a deadline that is only estimated. */
    static boolean leanOnEstimate(Rule rule, Map<String, String> recorded) {
        return labels(rule.anchor())
                .anyMatch(label -> recorded.getOrDefault(label, "").endsWith(ESTIMATED));
    }

    /** The words for every other deadline that an anchor looks at, and for which of its days. */
    static Stream<String> labels(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfDeadline other -> Stream.of(other.label());
            case Anchor.AllOf(var anchors) -> anchors.stream().flatMap(References::labels);
            case Anchor.AnyOf(var anchors) -> anchors.stream().flatMap(References::labels);
            case Anchor.Event event -> Stream.empty();
            case Anchor.On on -> Stream.empty();
        };
    }

    /** Refuses a rule that would count from what itself counts from the deadline. */
    static void refuseCircle(String field, Rule next, Deadline deadline, Collection<Deadline> dependents) {
        var own = new HashSet<>(deadline.named().keySet());
        dependents.forEach(dependent -> own.addAll(dependent.named().keySet()));
        if (of(next, deadline.agreementId).stream().anyMatch(own::contains)) {
            throw new InvalidRequest(field, "must not name a deadline that itself counts from this one");
        }
    }
}
