package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.CommissionDeadlines.Order;

/** Opens, moves and closes the deadlines that a group sets itself: to name somebody, to meet, to write minutes, to act. */
@ApplicationScoped
public class GroupDeadlines {

    private final Circumstances circumstances;
    private final CommissionDeadlines deadlines;
    private final DeadlineRepository repository;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final InstantSource clock;

    GroupDeadlines(
            Circumstances circumstances,
            CommissionDeadlines deadlines,
            DeadlineRepository repository,
            DeadlineLedger ledger,
            Consequences consequences,
            InstantSource clock) {
        this.circumstances = circumstances;
        this.deadlines = deadlines;
        this.repository = repository;
        this.ledger = ledger;
        this.consequences = consequences;
        this.clock = clock;
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

    /** Cancels whatever a group has set and is still open, because the group has ended. */
    @Transactional(MANDATORY)
    public void end(UUID workingGroup, String because, String who) {
        var open = repository.lockOpenSetBy(workingGroup);
        var now = clock.instant();
        ledger.tell(
                open.stream()
                        .map(deadline -> new Caused<>(deadline.drop(because, now), null))
                        .toList(),
                who);
        consequences.follow(open);
    }

    /** The same because of an event. */
    @Transactional(MANDATORY)
    public void end(UUID workingGroup, String because, Received<?> cause) {
        var open = repository.lockOpenSetBy(workingGroup);
        var now = clock.instant();
        ledger.tell(open.stream()
                .map(deadline -> new Caused<>(deadline.drop(because, now), cause))
                .toList());
        consequences.follow(open, open.stream().collect(toMap(deadline -> deadline.id, _ -> cause)));
    }

    /** Whether open deadlines that a group has set count with an agreement. */
    @Transactional(MANDATORY)
    public boolean countsWith(UUID workingGroup, UUID agreement) {
        return repository.isOpenSetBy(workingGroup, agreement);
    }

    /** Lets another see to whatever somebody has to see to in a group and is still open. */
    @Transactional(MANDATORY)
    public void handOver(UUID workingGroup, UUID from, Responsible to, String who) {
        var now = clock.instant();
        ledger.tell(
                repository.lockOpenOf(workingGroup, from).stream()
                        .map(deadline -> new Caused<>(deadline.handOver(from, to, now), null))
                        .toList(),
                who);
    }

    /**
     * Locks whatever some groups have set. Who changes several of them bit by bit calls it first, so that nobody waits for
     * him who holds what he needs next.
     */
    @Transactional(MANDATORY)
    public void hold(Collection<UUID> workingGroups) {
        repository.holdSetBy(workingGroups);
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
            @ProjectedFieldName("course.status") DeadlineStatus status,

            @ProjectedFieldName("schedule.lastDay") @Nullable
            LocalDate lastDay,

            @ProjectedFieldName("schedule.dueAt") @Nullable Instant dueAt,
            @ProjectedFieldName("course.metOn") @Nullable LocalDate metOn,
            @ProjectedFieldName("course.closedBy") @Nullable Closing closedBy) {

        /** Whether somebody has settled it: then it stays so whatever is asked of it. */
        public boolean isByHand() {
            return closedBy == Closing.PERSON;
        }

        /** Whether somebody has said that it need not be done, or should not be there. */
        public boolean isGivenUp() {
            return isByHand() && status != DeadlineStatus.MET;
        }
    }

    /** Those that a group has set so far whose source begins like this. */
    public List<Known> known(UUID workingGroup, String source) {
        return repository.ofGroup(workingGroup, source);
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
