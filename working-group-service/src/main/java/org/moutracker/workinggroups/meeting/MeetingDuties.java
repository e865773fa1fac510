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

    /** That a group meets again, none of whose duties was settled by hand. */
    static Asked next(UUID workingGroup, MeetingRule by, List<LocalDate> held, String host) {
        return next(workingGroup, by, held, host, Duties.NONE);
    }

    /**
     * That a group meets again.
     *
     * @param held the days of the ordinary meetings so far, the earliest first
     * @param host the party that receives the others next
     * @param duties those that were settled by hand: it is due after them
     */
    static Asked next(UUID workingGroup, MeetingRule by, List<LocalDate> held, String host, Duties duties) {
        return asked(workingGroup, by, held, host, duties, duties.next(held.size()));
    }

    /** The one that the next meeting meets, though somebody may have settled it. */
    static Asked again(UUID workingGroup, MeetingRule by, List<LocalDate> held, String host, Duties duties) {
        return asked(workingGroup, by, held, host, duties, duties.metBy(held.size() + 1));
    }

    private static Asked asked(
            UUID workingGroup, MeetingRule by, List<LocalDate> held, String host, Duties duties, int number) {
        return new Asked(
                source(workingGroup, number),
                DeadlineKind.MEETING,
                "Hold the %s".formatted(Ordinals.meeting(duties.meeting(number)).toLowerCase(Locale.ROOT)),
                rule(by, held, duties, number),
                Standing.open(),
                new Origin(null, BASIS, clause(by, held)),
                List.of(new Responsible(host)));
    }

    private static String clause(MeetingRule by, List<LocalDate> held) {
        return held.isEmpty()
                ? "meets every %s, for the first time within that of its establishment".formatted(by.every())
                : "meets every %s, counted from its first meeting on %s".formatted(by.every(), held.getFirst());
    }

    /** Every time is counted from the first meeting, so that one that is late, early or left out moves none of the others. */
    private static Rule rule(MeetingRule by, List<LocalDate> held, Duties duties, int number) {
        var every = Period.parse(by.every());
        if (held.isEmpty()) {
            return Rule.of(
                    new Anchor.Event(AnchorEvent.GROUP_ESTABLISHED), new Step.Within(every.multipliedBy(number)));
        }
        var first = held.getFirst();
        var last = duties.lastDayBefore(number)
                .filter(day -> day.isAfter(held.getLast()))
                .orElse(held.getLast());
        var times = number - duties.metBy(1);
        while (!first.plus(every.multipliedBy(times)).isAfter(last)) {
            times++;
        }
        return Rule.of(new Anchor.On(first), new Step.Occurrence(every, times));
    }
}
