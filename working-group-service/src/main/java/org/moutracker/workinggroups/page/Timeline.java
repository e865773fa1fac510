package org.moutracker.workinggroups.page;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has happened in a group, and what is to come; oldest first. */
record Timeline(List<Milestone> past, List<Milestone> coming) {

    /** As many as a reader takes in; what is nearest to today is kept. */
    private static final int MOST = 20;

    static Timeline of(GroupRow group, List<Due> deadlines, GroupWork work, ZoneId zone, Instant now) {
        var past = new ArrayList<Milestone>();
        var coming = new ArrayList<Milestone>();
        if (group.establishedOn() != null) {
            past.add(new Milestone(group.establishedOn(), "ESTABLISHED", group.name(), false, null));
        }
        for (var due : deadlines) {
            var day = due.lastDay();
            switch (due.state()) {
                case MET -> add(past, due.metOn() == null ? day : due.metOn(), "MET", due);
                case LAPSED -> add(past, day, "LAPSED", due);
                case OVERDUE -> add(past, day, "OVERDUE", due);
                case UPCOMING, DUE_SOON -> add(coming, day, "DUE", due);
                case WITHOUT_DATE, PAUSED, WAIVED, CANCELLED -> {}
            }
        }
        past.addAll(moved(deadlines, work.moves(), zone));
        met(work.meetings(), now, past, coming);
        work.decisions()
                .forEach(decided -> past.add(new Milestone(
                        decided.day(), decided.status(), decided.number() + " " + decided.title(), false, null)));
        var byDay = Comparator.comparing(Milestone::day);
        return new Timeline(
                past.stream()
                        .sorted(byDay)
                        .skip(Math.max(0, past.size() - MOST))
                        .toList(),
                coming.stream().sorted(byDay).limit(MOST).toList());
    }

    private static void add(List<Milestone> milestones, @Nullable LocalDate day, String event, Due due) {
        if (day != null) {
            milestones.add(Milestone.of(day, event, due));
        }
    }

    private static void met(List<Gathering> meetings, Instant now, List<Milestone> past, List<Milestone> coming) {
        for (var meeting : meetings) {
            var day = meeting.day();
            if (day != null && meeting.isOver()) {
                past.add(new Milestone(day, "HELD", meeting.title(), false, null));
            } else if (day != null && meeting.isToCome(now)) {
                coming.add(new Milestone(day, "MEETS", meeting.title(), false, null));
            }
        }
    }

    private static List<Milestone> moved(List<Due> deadlines, List<Moved> moves, ZoneId zone) {
        var titles = deadlines.stream().collect(toMap(Due::id, Due::title, (one, same) -> one));
        return moves.stream()
                .flatMap(move -> Stream.ofNullable(titles.get(move.deadline()))
                        .map(title ->
                                new Milestone(move.at().atZone(zone).toLocalDate(), "MOVED", title, false, move.to())))
                .toList();
    }
}
