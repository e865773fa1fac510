package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNull;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.Circumstances;
import org.moutracker.workinggroups.deadline.Commissioned;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.deadline.Watch;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** What agreements and commitments ask of deadlines. */
final class Commissions {

    private Commissions() {}

    /** Empty for a commitment without a rule. */
    static Optional<Commissioned> of(
            CommitmentState commitment, KnownAgreement agreement, @Nullable WorkingGroup group) {
        var rule = commitment.rule();
        if (rule == null) {
            return Optional.empty();
        }
        return Optional.of(new Commissioned(
                source(commitment),
                kind(commitment),
                commitment.title(),
                agreement.id(),
                group == null ? null : group.id(),
                commitment.id(),
                0,
                Rule.parse(rule).withDefaultClock(agreement.zones()),
                commitment.recurrence(),
                agreement.facts(),
                suspensions(commitment, agreement),
                standing(commitment, agreement),
                origin(commitment, agreement),
                agreement.responsible(commitment.obligors())));
    }

    static String source(CommitmentState commitment) {
        return "commitments/" + commitment.id();
    }

    /**
     * The watch for silence about a commitment, which stands while it has no date.
     *
     * @param silence how long nothing may be reported
     */
    static Commissioned watch(
            CommitmentState commitment, KnownAgreement agreement, @Nullable WorkingGroup group, Period silence) {
        var opened = agreement.day(requireNonNull(commitment.openedAt(), "whatever is kept was heard of at some time"));
        var facts = Watch.facts(agreement.facts(), opened, commitment.lastReportedOn());
        return new Commissioned(
                source(commitment) + "/stagnation",
                DeadlineKind.STAGNATION,
                "Progress: " + commitment.title(),
                agreement.id(),
                group == null ? null : group.id(),
                commitment.id(),
                0,
                Watch.rule(silence, facts, agreement.awaitsForce()).withDefaultClock(agreement.zones()),
                null,
                facts,
                suspensions(commitment, agreement),
                watched(commitment, agreement),
                origin(commitment, agreement),
                agreement.responsible(commitment.obligors()));
    }

    private static List<Suspension> suspensions(CommitmentState commitment, KnownAgreement agreement) {
        return agreement.suspensions().stream()
                .filter(suspension -> suspension.concerns(commitment.areas()))
                .toList();
    }

    private static Origin origin(CommitmentState commitment, KnownAgreement agreement) {
        return new Origin(
                commitment.code(),
                commitment.basis(),
                commitment.clause(),
                commitment.amendment(),
                agreement.importedAt());
    }

    private static Standing watched(CommitmentState commitment, KnownAgreement agreement) {
        if (commitment.hasDate()) {
            return Standing.closed(
                    DeadlineStatus.CANCELLED, "commitment %s has a date by now".formatted(commitment.code()));
        }
        if (!agreement.isSigned()) {
            return Standing.closed(DeadlineStatus.CANCELLED, "the agreement is not signed");
        }
        return switch (standing(commitment, agreement)) {
            case Standing.Open open -> open;
            // Nobody has kept or missed anything: what was watched is over.
            case Standing.Closed closed -> Standing.closed(DeadlineStatus.CANCELLED, closed.because());
        };
    }

    private static DeadlineKind kind(CommitmentState commitment) {
        return switch (commitment.kind()) {
            case "ESTABLISH_BODY" -> DeadlineKind.ESTABLISHMENT;
            case "REPORTING" -> DeadlineKind.REPORT;
            default -> DeadlineKind.DELIVERY;
        };
    }

    private static Standing standing(CommitmentState commitment, KnownAgreement agreement) {
        var because = "commitment %s is %s".formatted(commitment.code(), commitment.status());
        return switch (commitment.status()) {
            case "FULFILLED" -> new Standing.Closed(DeadlineStatus.MET, null, because);
            // What was not done of it is not owed any more: neither kept nor missed.
            case "WAIVED", "PARTIALLY_FULFILLED" -> new Standing.Closed(DeadlineStatus.WAIVED, null, because);
            case "CANCELLED" -> new Standing.Closed(DeadlineStatus.CANCELLED, null, because);
            case "NOT_FULFILLED" -> new Standing.Closed(DeadlineStatus.LAPSED, null, because);
            default -> Circumstances.Recorded.standing(commitment.unless(), agreement.happened());
        };
    }

    /** Empty for a kind that this version does not know. */
    static Optional<Commissioned> of(AgreedTime time, KnownAgreement agreement) {
        return DeadlineKind.named(time.kind())
                .map(kind -> new Commissioned(
                        "agreements/%s/%s/%d".formatted(agreement.id(), time.kind(), time.occurrence()),
                        kind,
                        time.title(),
                        agreement.id(),
                        null,
                        null,
                        time.occurrence(),
                        Rule.parse(time.rule()).withDefaultClock(agreement.zones()),
                        null,
                        agreement.facts(),
                        agreement.suspensions(),
                        standing(time),
                        new Origin(null, "INSTRUMENT_CLAUSE", time.clause(), time.amendment(), agreement.importedAt()),
                        agreement.responsible(time.parties())));
    }

    private static Standing standing(AgreedTime time) {
        return switch (time.state()) {
            case "OPEN" -> new Standing.Open();
            case "HAPPENED" ->
                new Standing.Closed(
                        DeadlineStatus.MET, time.on(), time.because() == null ? "it has happened" : time.because());
            default ->
                new Standing.Closed(
                        DeadlineStatus.CANCELLED,
                        null,
                        time.because() == null ? "it does not apply any more" : time.because());
        };
    }
}
