package org.moutracker.workinggroups.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Explained;
import org.moutracker.timerules.PartialDate;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * How silence about what has no date is counted: from the last report, and until there is one from the day since which
 * somebody could report, which is the latest of its opening, the signature and the entry into force.
 */
public final class Watch {

    // Facts that the engine does not look at: the rule has their days printed, since they are the commitment's own.
    private static final String REPORTED = "LAST_REPORT";
    private static final String OPENED = "OPENED";

    // From when something binds, the later first.
    private static final List<AnchorEvent> BINDING = List.of(AnchorEvent.ENTRY_INTO_FORCE, AnchorEvent.SIGNATURE);

    private Watch() {}

    /** What is recorded of the agreement, with what is known of the commitment. */
    public static Map<String, String> facts(
            Map<String, String> recorded, LocalDate opened, @Nullable LocalDate reported) {
        var all = new HashMap<>(recorded);
        all.put(OPENED, opened.toString());
        if (reported != null) {
            all.put(REPORTED, reported.toString());
        }
        return all;
    }

    /**
     * The rule.
     *
     * @param facts as {@link #facts} answers them
     * @param awaited whether it does not bind before an entry into force that is still to come
     */
    public static Rule rule(Period silence, Map<String, String> facts, boolean awaited) {
        var anchors = anchors(facts, awaited);
        return new Rule(
                anchors.size() == 1 ? anchors.getFirst() : new Anchor.AllOf(anchors),
                List.of(new Step.Within(silence)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<Anchor> anchors(Map<String, String> facts, boolean awaited) {
        var reported = facts.get(REPORTED);
        if (reported != null) {
            return List.of(new Anchor.On(LocalDate.parse(reported)));
        }
        var anchors = new ArrayList<Anchor>();
        anchors.add(new Anchor.On(LocalDate.parse(Objects.requireNonNull(facts.get(OPENED)))));
        // A day that is known in part keeps nobody from watching.
        BINDING.stream()
                .filter(event -> day(facts, event).isPresent() || (awaited && event == AnchorEvent.ENTRY_INTO_FORCE))
                .forEach(event -> anchors.add(new Anchor.Event(event)));
        return anchors;
    }

    private static Optional<LocalDate> day(Map<String, String> facts, AnchorEvent event) {
        return Optional.ofNullable(facts.get(event.name()))
                .map(PartialDate::parse)
                .flatMap(PartialDate::day);
    }

    /** The schedule of a watch, saying from what its day is counted, and that nobody agreed on it; any other as it is. */
    static Schedule explained(Schedule schedule, Map<String, String> facts) {
        if (!facts.containsKey(OPENED) || schedule.lastDay() == null) {
            return schedule;
        }
        var engine = schedule.explanation();
        var from = engine.getFirst().result();
        var within = engine.get(1);
        var steps = Stream.concat(
                Stream.of(
                        anchor(from, facts),
                        new Explained(
                                within.step(),
                                within.result(),
                                within.because() + "; by policy, since no date was agreed")),
                engine.stream().skip(2));
        return schedule.explainedBy(steps.toList());
    }

    private static Explained anchor(String from, Map<String, String> facts) {
        if (facts.containsKey(REPORTED)) {
            return new Explained(REPORTED, from, "the last report is of that day");
        }
        return BINDING.stream()
                .filter(event -> from.equals(facts.get(event.name())))
                .findFirst()
                .map(event -> new Explained(event.name(), from, "it binds since then, and nothing was reported"))
                .orElse(new Explained(OPENED, from, "it is known since then, and nothing was reported"));
    }

    /** What the reports have become, as a cause; empty when they are the same. */
    static String difference(Map<String, String> before, Map<String, String> after) {
        var was = before.get(REPORTED);
        var is = after.get(REPORTED);
        if (Objects.equals(was, is)) {
            return "";
        }
        if (is == null) {
            return "the report of %s was taken back".formatted(was);
        }
        return was == null || is.compareTo(was) > 0
                ? "progress was reported for %s".formatted(is)
                : "the last report that stands is of %s, not %s".formatted(is, was);
    }
}
