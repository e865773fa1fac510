package org.moutracker.workinggroups.deadline;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.problem.RuleViolated;

/** Looks at all the deadlines of an agreement, and at those that count from them, as somebody may see them. */
@ApplicationScoped
public class LookAround {

    // Ten times what the largest agreements have; more would not be read by anybody in one answer.
    private static final int MOST = 5_000;

    private final DeadlineRepository deadlines;
    private final Viewer viewer;

    LookAround(DeadlineRepository deadlines, Viewer viewer) {
        this.deadlines = deadlines;
        this.viewer = viewer;
    }

    /** By id, the earliest first. */
    public Map<UUID, Shown> at(UUID agreement) {
        deadlines.flush();
        var own = deadlines.ofAgreement(agreement, MOST + 1);
        if (own.size() > MOST) {
            throw new RuleViolated(
                    "the agreement has more than %d deadlines: too many to look at at once".formatted(MOST));
        }
        var names = new HashSet<String>();
        own.forEach(deadline -> names.addAll(deadline.named().keySet()));
        var ids = new HashSet<>(own.stream().map(NamedDays::id).toList());
        ids.addAll(deadlines.dependents(names));
        return deadlines.shown(List.copyOf(ids), viewer.viewpoint()).stream()
                .collect(toMap(Shown::id, shown -> shown, (one, same) -> one, LinkedHashMap::new));
    }
}
