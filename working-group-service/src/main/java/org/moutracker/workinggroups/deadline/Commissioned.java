package org.moutracker.workinggroups.deadline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;

/**
 * What somebody else's fact asks of a deadline: it follows this as a whole, however often and late it is told.
 *
 * @param facts days by anchor event, as recorded, perhaps known only in part
 */
public record Commissioned(
        DeadlineKind kind,
        String title,
        UUID agreementId,
        @Nullable UUID workingGroupId,
        UUID commitmentId,
        Rule rule,
        Map<String, String> facts,
        Origin origin,
        List<Responsible> responsible) {

    public Commissioned {
        facts = Map.copyOf(facts);
        responsible = List.copyOf(responsible);
    }
}
