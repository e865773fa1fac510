package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.CommissionDeadlines.Order;

/** Opens, moves and closes the deadlines that a group sets itself: to name somebody, to meet, to write minutes, to act. */
@ApplicationScoped
public class GroupDeadlines {

    private final Circumstances circumstances;
    private final CommissionDeadlines deadlines;
    private final DeadlineRepository known;

    GroupDeadlines(Circumstances circumstances, CommissionDeadlines deadlines, DeadlineRepository known) {
        this.circumstances = circumstances;
        this.deadlines = deadlines;
        this.known = known;
    }

    /**
     * What a group asks of one deadline.
     *
     * @param source {@code working-groups/{id}/…}, the same whenever it is asked again
     * @param rule counted by the clocks of the group's parties unless it names its own
     */
    public record Asked(
            String source,
            DeadlineKind kind,
            String title,
            Rule rule,
            Standing standing,
            Origin origin,
            List<Responsible> responsible) {

        public Asked {
            responsible = List.copyOf(responsible);
        }
    }

    /** Brings the deadlines to what is asked of them; what is so already stays untouched and untold. */
    @Transactional(MANDATORY)
    public void follow(UUID workingGroup, List<Asked> asked, String who) {
        if (asked.isEmpty()) {
            return;
        }
        var recorded = circumstances
                .of(null, workingGroup)
                .orElseThrow(() -> new RuleViolated("nothing is known yet of the agreements that the group sees to"));
        deadlines.follow(
                asked.stream().map(one -> new Order(by(one, recorded), null)).toList(), who);
    }

    /**
     * Locks whatever some groups have set. Who changes several of them bit by bit calls it first, so that nobody waits for
     * him who holds what he needs next.
     */
    @Transactional(MANDATORY)
    public void hold(Collection<UUID> workingGroups) {
        known.holdSetBy(workingGroups);
    }

    /** Closes those of some sources that are open, and leaves them otherwise as they are. */
    @Transactional(MANDATORY)
    public void close(Collection<String> sources, Standing.Closed as, String who) {
        if (!sources.isEmpty()) {
            deadlines.close(sources, as, who);
        }
    }

    /** What is known of a deadline that a group has set. */
    public record Known(
            UUID id,
            @ProjectedFieldName("descent.source") String source,
            DeadlineStatus status,

            @ProjectedFieldName("schedule.lastDay") @Nullable
            LocalDate lastDay,

            @ProjectedFieldName("schedule.dueAt") @Nullable Instant dueAt,
            @Nullable LocalDate metOn) {}

    /** Those that a group has set so far whose source begins like this. */
    public List<Known> known(UUID workingGroup, String source) {
        return known.ofGroup(workingGroup, source);
    }

    private static Commissioned by(Asked asked, Circumstances.Recorded recorded) {
        return new Commissioned(
                asked.source(),
                asked.kind(),
                asked.title(),
                recorded.agreementId(),
                recorded.workingGroupId(),
                null,
                0,
                asked.rule().withDefaultClock(recorded.zones()),
                null,
                recorded.facts(),
                recorded.suspensions(),
                asked.standing(),
                asked.origin(),
                asked.responsible());
    }
}
