package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.deadline.HeardReports.Outcome;

/** Meets deadlines that were reported done once that is confirmed, as whoever completes one does; each report once. */
@ApplicationScoped
@Transactional(MANDATORY)
public class MeetReported {

    // What anybody has written stays where it was written: the bus carries no words.
    private static final String NOTE = "reported done, and confirmed";

    /**
     * A report that was confirmed.
     *
     * @param scheduleNo which of the deadline's dates it is about
     * @param by the person who confirmed it; null when somebody did with a token
     */
    public record Confirmed(
            UUID id,
            UUID deadlineId,
            int scheduleNo,
            LocalDate on,
            @Nullable UUID by,
            Received<?> cause) {

        /** Who is on record for it. */
        String who() {
            return by == null ? "done-reports/" + id : "people/" + by;
        }
    }

    private final DeadlineRepository deadlines;
    private final HeardReports heard;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final GroupDuties duties;
    private final InstantSource clock;

    MeetReported(
            DeadlineRepository deadlines,
            HeardReports heard,
            DeadlineLedger ledger,
            Consequences consequences,
            GroupDuties duties,
            InstantSource clock) {
        this.deadlines = deadlines;
        this.heard = heard;
        this.ledger = ledger;
        this.consequences = consequences;
        this.duties = duties;
        this.clock = clock;
    }

    public void meet(List<Confirmed> news) {
        var fresh = news.stream().filter(report -> !heard.isKnown(report.id())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        var ids = fresh.stream().map(Confirmed::deadlineId).distinct().toList();
        // Groups first, as everybody; of several always in the same order.
        ids.stream()
                .map(deadlines::meetingGroup)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .forEach(duties::lock);
        var known = deadlines.lockAll(ids).stream().collect(toMap(deadline -> deadline.id, deadline -> deadline));
        for (var report : fresh) {
            var deadline = known.get(report.deadlineId());
            var outcome = deadline == null ? Outcome.of(Outcome.What.UNKNOWN) : meet(deadline, report);
            heard.add(report, outcome, clock.instant());
        }
    }

    private Outcome meet(Deadline deadline, Confirmed report) {
        if (!deadline.course.isOpen()) {
            return Outcome.of(Outcome.What.NOT_OPEN);
        }
        if (deadline.scheduleNo != report.scheduleNo()) {
            return Outcome.of(Outcome.What.MOVED);
        }
        Instant now = clock.instant();
        DeadlineEvent met;
        try {
            met = deadline.complete(report.on(), NOTE, now);
        } catch (RuleViolated | InvalidRequest e) {
            return new Outcome(Outcome.What.REFUSED, e.getMessage());
        }
        var cause = report.cause();
        ledger.tell(List.of(new Caused<>(met, cause)), report.who());
        consequences.follow(List.of(deadline), Map.of(deadline.id, cause));
        deadlines.flush();
        deadlines.meetingGroup(deadline.id).ifPresent(group -> duties.follow(group, report.who()));
        deadlines.flush();
        return Outcome.of(Outcome.What.MET);
    }
}
