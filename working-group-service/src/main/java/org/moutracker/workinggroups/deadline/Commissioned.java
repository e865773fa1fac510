package org.moutracker.workinggroups.deadline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;

/**
 * What somebody else's fact asks of a deadline: it follows this as a whole, however often and late it is told.
 *
 * @param source what asks it, the same for all times of what recurs: {@code commitments/{id}}; null for what a person
 *     enters once
 * @param occurrence the number of the first that is asked for
 * @param rule the rule of the first of what recurs
 * @param facts days by anchor event, as recorded, perhaps known only in part
 * @param suspensions those that concern it, oldest first
 */
public record Commissioned(
        @Nullable String source,
        DeadlineKind kind,
        String title,
        UUID agreementId,
        @Nullable UUID workingGroupId,
        @Nullable UUID commitmentId,
        int occurrence,
        Rule rule,
        @Nullable Recurrence recurrence,
        Map<String, String> facts,
        List<Suspension> suspensions,
        Standing standing,
        Origin origin,
        List<Responsible> responsible) {

    public Commissioned {
        facts = Map.copyOf(facts);
        suspensions = List.copyOf(suspensions);
        responsible = List.copyOf(responsible);
    }

    /** With more facts than the source knows. */
    Commissioned knowing(Map<String, String> more) {
        var all = new HashMap<>(facts);
        all.putAll(more);
        return with(all, standing);
    }

    /** With another standing than the source gives it. */
    Commissioned standing(Standing other) {
        return with(facts, other);
    }

    private Commissioned with(Map<String, String> facts, Standing standing) {
        return new Commissioned(
                source,
                kind,
                title,
                agreementId,
                workingGroupId,
                commitmentId,
                occurrence,
                rule,
                recurrence,
                facts,
                suspensions,
                standing,
                origin,
                responsible);
    }

    /** As it concerns one time; what recurs no more has none but its own. */
    Commissioned at(int time) {
        return recurrence != null || time == occurrence
                ? this
                : standing(Standing.closed(DeadlineStatus.CANCELLED, "it recurs no more"));
    }

    Rule ruleOf(int time) {
        return recurrence == null ? rule : recurrence.rule(rule, time);
    }
}
