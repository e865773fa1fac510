package org.moutracker.agreements.implementation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.FollowedAgreements.LegalActivity;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.deadline.KnownDeadline;
import org.moutracker.agreements.deadline.Outcome;
import org.moutracker.agreements.workinggroup.KnownWorkingGroup;

/**
 * What is known of an agreement at an instant, and what that comes to.
 *
 * @param sides the side of every party, by the party's code
 * @param commitments by code
 * @param deadlines the next first
 */
record Scorecard(
        Instant then,
        Map<String, String> sides,
        List<Owed> commitments,
        List<KnownDeadline> deadlines,
        List<KnownWorkingGroup> groups,
        Optional<LegalActivity> legal) {

    private static final int MOST_SHOWN = 50;

    List<CommitmentScore> scores() {
        var own = promised().filter(one -> one.commitmentId() != null).collect(groupingBy(KnownDeadline::commitmentId));
        return commitments.stream()
                .map(commitment -> score(commitment, own.getOrDefault(commitment.id(), List.of())))
                .toList();
    }

    private CommitmentScore score(Owed commitment, Collection<KnownDeadline> own) {
        var score = Score.of(commitment);
        return new CommitmentScore(
                commitment.id(),
                commitment.code(),
                commitment.title(),
                commitment.status(),
                List.copyOf(commitment.sides(sides)),
                commitment.weight(),
                score.counts(),
                score.share(),
                score.reported(),
                score.because(),
                commitment.lastReportedOn(),
                nextDue(own),
                DeadlineCounts.of(own, then));
    }

    private @Nullable LocalDate nextDue(Collection<KnownDeadline> own) {
        return own.stream()
                .filter(one -> one.at(then) == Outcome.OPEN && one.lastDay() != null)
                .map(KnownDeadline::lastDay)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    Map<CommitmentStatus, Long> byStatus() {
        return byStatus(commitments);
    }

    private static Map<CommitmentStatus, Long> byStatus(Collection<Owed> some) {
        return some.stream().collect(groupingBy(Owed::status, () -> new EnumMap<>(CommitmentStatus.class), counting()));
    }

    List<SideCommitments> bySide() {
        return new TreeSet<>(sides.values())
                .stream()
                        .map(side -> new SideCommitments(
                                side,
                                byStatus(commitments.stream()
                                        .filter(one -> one.sides(sides).contains(side))
                                        .toList())))
                        .toList();
    }

    DeadlineCounts deadlineCounts() {
        return DeadlineCounts.of(promised().toList(), then);
    }

    List<OverdueDeadline> overdue() {
        return promised()
                .filter(one -> one.at(then) == Outcome.OVERDUE)
                .limit(MOST_SHOWN)
                .map(OverdueDeadline::of)
                .toList();
    }

    private java.util.stream.Stream<KnownDeadline> promised() {
        return deadlines.stream().filter(one -> !one.isWatch());
    }

    /** The latest of what was reported, said, met, founded or recorded until then. */
    Optional<Activity> lastActivity() {
        var all = new ArrayList<Activity>();
        legal.ifPresent(event -> all.add(new Activity(event.on(), "legal event " + event.type())));
        for (var one : commitments) {
            if (one.lastReportedOn() != null) {
                all.add(new Activity(one.lastReportedOn(), "a report on " + one.code()));
            }
            one.positions()
                    .forEach(said -> all.add(
                            new Activity(said.on(), "%s: %s by %s".formatted(one.code(), said.word(), said.side()))));
        }
        for (var one : deadlines) {
            if (one.metOn() != null && !one.isWatch()) {
                all.add(new Activity(one.metOn(), one.title() + ": met"));
            }
        }
        for (var group : groups) {
            if (group.establishedOn() != null) {
                all.add(new Activity(group.establishedOn(), group.name() + ": established"));
            }
        }
        var tomorrow = then.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return all.stream()
                .filter(activity -> !activity.on().isAfter(tomorrow))
                .max(comparing(Activity::on).thenComparing(Activity::what));
    }

    Stagnation stagnation() {
        var late = deadlines.stream()
                .filter(one -> one.isWatch() && one.at(then) == Outcome.OVERDUE)
                .toList();
        var ids = late.stream().map(KnownDeadline::commitmentId).toList();
        return new Stagnation(
                late.stream()
                        .map(KnownDeadline::lastDay)
                        .filter(day -> day != null)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                commitments.stream()
                        .filter(one -> ids.contains(one.id()))
                        .map(Owed::code)
                        .toList());
    }
}
