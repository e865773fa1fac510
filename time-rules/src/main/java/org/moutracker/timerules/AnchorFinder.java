package org.moutracker.timerules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the day that a rule counts from, on one clock. */
final class AnchorFinder {

    private final Facts facts;
    private final ZoneId zone;

    AnchorFinder(Facts facts, ZoneId zone) {
        this.facts = facts;
        this.zone = zone;
    }

    Start find(Anchor anchor) {
        return switch (anchor) {
            case Anchor.Event event -> event(event);
            case Anchor.On on -> known(new Position.Event(on.day()), on);
            case Anchor.OfDeadline other -> deadline(other);
            case Anchor.AllOf all -> latest(all);
            case Anchor.AnyOf any -> earliest(any);
        };
    }

    private Start event(Anchor.Event anchor) {
        var moment = facts.moments().get(anchor.event());
        if (moment != null) {
            return known(new Position.Moment(moment, moment.atZone(zone).toLocalDate()), anchor);
        }
        return day(facts.days().get(anchor.event()), anchor);
    }

    private Start deadline(Anchor.OfDeadline anchor) {
        var days = facts.deadlines().get(anchor.deadline());
        if (days == null) {
            return day(null, anchor);
        }
        return switch (anchor.when()) {
            case DUE -> day(days.due(), anchor);
            case MET -> day(days.met(), anchor);
        };
    }

    private static Start day(@Nullable PartialDate recorded, Anchor anchor) {
        var day = recorded == null ? null : recorded.day().orElse(null);
        return day == null
                ? new Start.Unknown(List.of(Start.Gap.of(anchor.label(), recorded)))
                : known(new Position.Event(day), anchor);
    }

    private static Start.Known known(Position position, Anchor source) {
        return new Start.Known(position, source, List.of());
    }

    /** All must be known, but a day known in part does no harm when it cannot be the latest. */
    private Start latest(Anchor.AllOf all) {
        var members = all.anchors().stream().map(this::find).toList();
        var latest = knowns(members).stream().max(order(Instant.MAX)).orElse(null);
        var gaps = gaps(
                members, latest, (gap, known) -> gap.isNotAfter(known.position().day()));
        return latest == null || !gaps.isEmpty() ? new Start.Unknown(gaps) : latest;
    }

    /** What has not happened yet cannot be earlier than what has; it can only overtake a day that is still to come. */
    private Start earliest(Anchor.AnyOf any) {
        var members = any.anchors().stream().map(this::find).toList();
        var earliest = knowns(members).stream().min(order(Instant.MIN)).orElse(null);
        var gaps = gaps(
                members,
                earliest,
                (gap, known) ->
                        !gap.isRecorded() || gap.isNotBefore(known.position().day()));
        if (earliest == null || !gaps.isEmpty()) {
            return new Start.Unknown(gaps);
        }
        if (hasHappened(earliest.source())) {
            return earliest;
        }
        var notYet = gaps(members, earliest, (gap, known) -> gap.isRecorded());
        return new Start.Known(
                earliest.position(),
                earliest.source(),
                notYet.stream().map(Start.Gap::name).toList());
    }

    private static boolean hasHappened(Anchor source) {
        return switch (source) {
            // The day of expiry is known before it comes.
            case Anchor.Event(var event) -> event != AnchorEvent.EXPIRY;
            case Anchor.On on -> false;
            case Anchor.OfDeadline other -> other.when() == Anchor.When.MET;
            case Anchor.AllOf all -> all.anchors().stream().allMatch(AnchorFinder::hasHappened);
            case Anchor.AnyOf any -> any.anchors().stream().anyMatch(AnchorFinder::hasHappened);
        };
    }

    private static List<Start.Known> knowns(List<Start> members) {
        var knowns = new ArrayList<Start.Known>();
        for (var member : members) {
            if (member instanceof Start.Known known) {
                knowns.add(known);
            }
        }
        return knowns;
    }

    private static List<Start.Gap> gaps(
            List<Start> members, Start.@Nullable Known chosen, BiPredicate<Start.Gap, Start.Known> harmless) {
        var gaps = new ArrayList<Start.Gap>();
        for (var member : members) {
            if (member instanceof Start.Unknown(var missing)) {
                missing.stream()
                        .filter(gap -> chosen == null || !harmless.test(gap, chosen))
                        .forEach(gaps::add);
            }
        }
        return gaps.stream().distinct().toList();
    }

    /** By day and then by moment; of a day whose hour is not recorded the hour is taken as the given extreme. */
    private static Comparator<Start.Known> order(Instant hourNotRecorded) {
        return Comparator.comparing((Start.Known known) -> known.position().day())
                .thenComparing(
                        known -> known.position() instanceof Position.Moment(var at, var day) ? at : hourNotRecorded);
    }
}
