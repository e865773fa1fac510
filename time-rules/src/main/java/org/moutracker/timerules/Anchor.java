package org.moutracker.timerules;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule counts from: an event, a printed date, the latest or the earliest of several, or another deadline.
 *
 * <p>"Thirty days after the later of signature and publication" is
 * {@code new AllOf(List.of(new Event(SIGNATURE), new Event(PUBLICATION)))}.
 */
public sealed interface Anchor {

    /** The day, or the moment, on which something happened. */
    record Event(AnchorEvent event) implements Anchor {}

    /** A date printed in the instrument. It never rolls (EU Regulation 1182/71, article 5). */
    record On(LocalDate day) implements Anchor {
        public On {
            Limits.day("on", day);
        }
    }

    /** All must have happened: the latest counts. */
    record AllOf(List<Anchor> anchors) implements Anchor {
        public AllOf {
            anchors = Limits.some("allOf", anchors);
        }
    }

    /** One must have happened: the earliest counts. */
    record AnyOf(List<Anchor> anchors) implements Anchor {
        public AnyOf {
            anchors = Limits.some("anyOf", anchors);
        }
    }

    /** The last day of another deadline, or the day on which that deadline was met. */
    record OfDeadline(String deadline, When when) implements Anchor {
        public OfDeadline {
            Limits.text("deadline", deadline);
        }
    }

    /** Which day of another deadline is meant. */
    enum When {
        DUE,
        MET
    }

    /** Every event that this anchor looks at: when one of these facts changes, the answer may move. */
    default Set<AnchorEvent> events() {
        return leaves().flatMap(leaf -> leaf instanceof Event named ? Stream.of(named.event()) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every other deadline that this anchor looks at, by id. */
    default Set<String> deadlines() {
        return leaves().flatMap(leaf -> leaf instanceof OfDeadline other ? Stream.of(other.deadline()) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Anchor> leaves() {
        return switch (this) {
            case Event event -> Stream.of(event);
            case On on -> Stream.of(on);
            case OfDeadline other -> Stream.of(other);
            case AllOf all -> all.anchors().stream().flatMap(Anchor::leaves);
            case AnyOf any -> any.anchors().stream().flatMap(Anchor::leaves);
        };
    }

    /** How explanations call it: {@code SIGNATURE}, {@code LATEST OF SIGNATURE, PUBLICATION}. */
    default String label() {
        return switch (this) {
            case Event(var event) -> event.name();
            case On(var day) -> "ON " + day;
            case OfDeadline(var deadline, var when) -> "DEADLINE " + deadline + " " + when;
            case AllOf(var anchors) -> anchors.stream().map(Anchor::label).collect(joining(", ", "LATEST OF ", ""));
            case AnyOf(var anchors) -> anchors.stream().map(Anchor::label).collect(joining(", ", "EARLIEST OF ", ""));
        };
    }
}
