package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.Commissioned;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.FollowCommitments;
import org.moutracker.workinggroups.deadline.FollowCommitments.Order;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.workinggroup.Composition;
import org.moutracker.workinggroups.workinggroup.Mandate;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/**
 * Brings groups and deadlines to what agreements and commitments say by now. It looks at the state, not at how it came
 * about: the two may be heard in any order and any number of times.
 */
@ApplicationScoped
class FollowAgreements {

    // Of these nothing is to be established or delivered any more; a group or deadline that exists stays as it is.
    private static final Set<String> CLOSED = Set.of("FULFILLED", "NOT_FULFILLED", "WAIVED", "CANCELLED");

    private final Agreements agreements;
    private final WorkingGroupRepository groups;
    private final FollowCommitments deadlines;
    private final Outbox outbox;

    FollowAgreements(Agreements agreements, WorkingGroupRepository groups, FollowCommitments deadlines, Outbox outbox) {
        this.agreements = agreements;
        this.groups = groups;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    void agreements(List<Received<AgreementState>> news) {
        var heard = new HashMap<UUID, Received<?>>();
        var known = new HashMap<UUID, KnownAgreement>();
        for (var one : news) {
            var agreement = KnownAgreement.of(requireNonNull(one.state(), "an agreement is never erased"));
            known.put(agreement.id(), agreement);
            heard.put(agreement.id(), one);
        }
        agreements.keep(known.values());
        follow(
                agreements.commitments(known.keySet()),
                known,
                commitment -> requireNonNull(heard.get(commitment.agreementId())));
    }

    void commitments(List<Received<CommitmentState>> news) {
        var heard = new HashMap<UUID, Received<?>>();
        var commitments = new ArrayList<CommitmentState>();
        for (var one : news) {
            var commitment =
                    requireNonNull(one.state(), "a commitment is never erased").checked();
            commitments.add(commitment);
            heard.put(commitment.id(), one);
        }
        agreements.keepCommitments(commitments);
        var known = agreements.known(commitments.stream()
                .map(CommitmentState::agreementId)
                .distinct()
                .toList());
        follow(commitments, known, commitment -> requireNonNull(heard.get(commitment.id())));
    }

    private void follow(
            List<CommitmentState> commitments,
            Map<UUID, KnownAgreement> known,
            Function<CommitmentState, Received<?>> cause) {
        var due = commitments.stream()
                .filter(commitment -> known.containsKey(commitment.agreementId()))
                .filter(commitment -> !CLOSED.contains(commitment.status()))
                .toList();
        var mandated = mandate(due, known, cause);
        var orders = new ArrayList<Order>();
        for (var commitment : due) {
            var rule = commitment.rule();
            if (rule != null) {
                var agreement = requireNonNull(known.get(commitment.agreementId()));
                orders.add(new Order(
                        commission(commitment, rule, agreement, mandated.get(commitment.id())),
                        cause.apply(commitment)));
            }
        }
        deadlines.follow(orders);
    }

    /** Makes the groups that are not there yet and answers all, by commitment. */
    private Map<UUID, WorkingGroup> mandate(
            List<CommitmentState> commitments,
            Map<UUID, KnownAgreement> known,
            Function<CommitmentState, Received<?>> cause) {
        var establishing =
                commitments.stream().filter(FollowAgreements::establishesBody).toList();
        var mandated = groups.of(establishing.stream().map(CommitmentState::id).toList()).stream()
                .collect(toMap(WorkingGroup::commitmentId, group -> group));
        var events = new ArrayList<Caused<WorkingGroupEvent>>();
        for (var commitment : establishing) {
            if (!mandated.containsKey(commitment.id())) {
                var group = new WorkingGroup(mandate(commitment, requireNonNull(known.get(commitment.agreementId()))));
                groups.persist(group);
                mandated.put(commitment.id(), group);
                events.add(new Caused<>(group.mandate(), cause.apply(commitment)));
            }
        }
        outbox.publishCaused(events);
        return mandated;
    }

    private static boolean establishesBody(CommitmentState commitment) {
        return commitment.kind().equals("ESTABLISH_BODY");
    }

    private static Mandate mandate(CommitmentState commitment, KnownAgreement agreement) {
        var body = commitment.body() == null
                ? new CommitmentState.Body(commitment.title(), "JOINT_WORKING_GROUP", List.of(), null)
                : commitment.body();
        return new Mandate(
                agreement.id(),
                commitment.id(),
                body.name(),
                body.type(),
                body.functions(),
                requireNonNullElse(body.composition(), Composition.USUAL),
                agreement.parties());
    }

    private static Commissioned commission(
            CommitmentState commitment,
            Map<String, Object> rule,
            KnownAgreement agreement,
            @Nullable WorkingGroup group) {
        return new Commissioned(
                kind(commitment),
                commitment.title(),
                agreement.id(),
                group == null ? null : group.id(),
                commitment.id(),
                Rule.parse(rule).withDefaultClock(agreement.zones()),
                agreement.facts(),
                new Origin(commitment.code(), commitment.basis(), commitment.clause()),
                agreement.responsible(commitment.obligors()));
    }

    private static DeadlineKind kind(CommitmentState commitment) {
        return switch (commitment.kind()) {
            case "ESTABLISH_BODY" -> DeadlineKind.ESTABLISHMENT;
            case "REPORTING" -> DeadlineKind.REPORT;
            default -> DeadlineKind.DELIVERY;
        };
    }
}
