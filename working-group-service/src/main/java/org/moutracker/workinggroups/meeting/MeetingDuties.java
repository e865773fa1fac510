package org.moutracker.workinggroups.meeting;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Asked;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.workinggroup.MeetingRule;

/** When the ordinary meetings of a group are to be held by its meeting rule. */
final class MeetingDuties {

    static final String BASIS = "TERMS_OF_REFERENCE";

    private MeetingDuties() {}

    /** What the sources of all of them begin with. */
    static String sources(UUID workingGroup) {
        return "working-groups/%s/meetings/".formatted(workingGroup);
    }

    static String source(UUID workingGroup, int number) {
        return sources(workingGroup) + number;
    }

    /**
     * That a group meets again.
     *
     * @param held the days of the ordinary meetings so far, the earliest first
     * @param host the party that receives the others next
     */
    static Asked next(UUID workingGroup, MeetingRule by, List<LocalDate> held, String host) {
        var number = held.size() + 1;
        return new Asked(
                source(workingGroup, number),
                DeadlineKind.MEETING,
                "Hold the %s".formatted(Ordinals.meeting(number).toLowerCase(Locale.ROOT)),
                rule(by, held),
                Standing.open(),
                new Origin(null, BASIS, clause(by, held)),
                List.of(new Responsible(host)));
    }

    private static String clause(MeetingRule by, List<LocalDate> held) {
        return held.isEmpty()
                ? "meets every %s, for the first time within that of its establishment".formatted(by.every())
                : "meets every %s, counted from its first meeting on %s".formatted(by.every(), held.getFirst());
    }

    /** Every time is counted from the first meeting, so that one that is late or early moves none of the others. */
    private static Rule rule(MeetingRule by, List<LocalDate> held) {
        var every = Period.parse(by.every());
        if (held.isEmpty()) {
            return Rule.of(new Anchor.Event(AnchorEvent.GROUP_ESTABLISHED), new Step.Within(every));
        }
        var first = held.getFirst();
        var times = held.size();
        while (!first.plus(every.multipliedBy(times)).isAfter(held.getLast())) {
            times++;
        }
        return Rule.of(new Anchor.On(first), new Step.Occurrence(every, times));
    }
}
