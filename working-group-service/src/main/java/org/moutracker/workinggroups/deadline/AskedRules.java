package org.moutracker.workinggroups.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.UUID;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Checks rules that people give before a group sets deadlines by them, and finds these deadlines afterwards. */
@ApplicationScoped
public class AskedRules {

    private final Circumstances circumstances;
    private final DeadlineRepository deadlines;
    private final KnownCalendars calendars;

    AskedRules(Circumstances circumstances, DeadlineRepository deadlines, KnownCalendars calendars) {
        this.circumstances = circumstances;
        this.deadlines = deadlines;
        this.calendars = calendars;
    }

    /** Refuses a rule that cannot be counted for a group: the caller is there to mend it. */
    public void check(String field, UUID workingGroup, Rule rule) {
        var recorded = circumstances
                .of(null, workingGroup)
                .orElseThrow(() -> new RuleViolated("nothing is known yet of the agreements that the group sees to"));
        var names = References.of(rule, recorded.agreementId());
        var days = deadlines.days(names);
        if (!days.keySet().containsAll(names)) {
            throw new InvalidRequest(field + ".anchor", "names a deadline that is not known");
        }
        var facts = new HashMap<>(recorded.facts());
        facts.putAll(References.facts(rule, recorded.agreementId(), days));
        var counted = rule.withDefaultClock(recorded.zones());
        var _ = RuleReading.under(field, () -> counted.evaluate(RuleDays.facts(counted, facts), calendars.glimpse()));
    }

    /** The deadline of a source that a group has asked for. */
    public UUID idOf(String source) {
        return deadlines
                .find("descent.source", source)
                .project(NamedDays.class)
                .singleResult()
                .id();
    }
}
