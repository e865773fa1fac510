package org.moutracker.workinggroups.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.moutracker.platform.problem.Violation;
import org.moutracker.workinggroups.workinggroup.DecisionRule;

/** What every side said, and whether that adopts something. */
record Positions(List<SidePosition> all) {

    Positions {
        all = List.copyOf(all);
    }

    /** Names what is wrong: a stranger, a side twice, a side of which nothing is said. */
    List<Violation> violations(Collection<String> sides) {
        var wrong = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (var i = 0; i < all.size(); i++) {
            var side = all.get(i).side();
            var field = "positions[" + i + "].side";
            if (!sides.contains(side)) {
                wrong.add(new Violation(field, "must be a side of the group: " + String.join(", ", sides)));
            } else if (!seen.add(side)) {
                wrong.add(new Violation(field, "is there twice"));
            }
        }
        sides.stream()
                .filter(side -> !seen.contains(side))
                .forEach(side -> wrong.add(new Violation(
                        "positions", "must say what %s said, if only that it was ABSENT".formatted(side))));
        return wrong;
    }

    /**
     * Whether they adopt something. By consensus silence objects at the table, where a side that is absent could not
     * speak; by correspondence every side was asked, and who does not answer does not object.
     */
    boolean adopt(DecisionRule rule, boolean byCorrespondence) {
        return switch (rule) {
            case CONSENSUS ->
                count(Position.AGAINST) == 0
                        && count(Position.FOR) > 0
                        && (byCorrespondence || count(Position.ABSENT) == 0);
            case MAJORITY -> count(Position.FOR) > count(Position.AGAINST);
        };
    }

    private long count(Position position) {
        return all.stream().filter(one -> one.position() == position).count();
    }
}
