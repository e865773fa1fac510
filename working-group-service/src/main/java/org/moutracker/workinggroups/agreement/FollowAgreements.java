package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.deadline.Circumstances;
import org.moutracker.workinggroups.deadline.CommissionDeadlines;
import org.moutracker.workinggroups.deadline.CommissionDeadlines.Order;
import org.moutracker.workinggroups.deadline.FollowRecords;
import org.moutracker.workinggroups.deadline.Standstill;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.Composition;
import org.moutracker.workinggroups.workinggroup.FollowGrounds;
import org.moutracker.workinggroups.workinggroup.GroupLedger;
import org.moutracker.workinggroups.workinggroup.Mandate;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository.Seen;

/**
 * Brings groups and deadlines to what agreements and commitments say by now. It looks at the state, not at how it came
 * about: the two may be heard in any order and any number of times.
 */
@ApplicationScoped
class FollowAgreements {

    // Of these nothing is to be established any more; a group that exists stays as it is.
    private static final Set<String> CLOSED =
            Set.of("FULFILLED", "PARTIALLY_FULFILLED", "NOT_FULFILLED", "WAIVED", "CANCELLED");

    private final Agreements agreements;
    private final WorkingGroupRepository groups;
    private final CommissionDeadlines deadlines;
    private final FollowRecords records;
    private final FollowGrounds grounds;
    private final Instance<Standstill> standstills;
    private final GroupLedger ledger;
    private final StagnationPolicy stagnation;

    FollowAgreements(
            Agreements agreements,
            WorkingGroupRepository groups,
            CommissionDeadlines deadlines,
            FollowRecords records,
            FollowGrounds grounds,
            @Any Instance<Standstill> standstills,
            GroupLedger ledger,
            StagnationPolicy stagnation) {
        this.agreements = agreements;
        this.groups = groups;
        this.deadlines = deadlines;
        this.records = records;
        this.grounds = grounds;
        this.standstills = standstills;
        this.ledger = ledger;
        this.stagnation = stagnation;
    }

    void agreements(List<Received<AgreementState>> news) {
        var heard = new HashMap<UUID, Received<?>>();
        var told = new ArrayList<KnownAgreement>();
        for (var one : news) {
            var agreement = KnownAgreement.of(requireNonNull(one.state(), "an agreement is never erased"));
            told.add(agreement);
            heard.put(agreement.id(), one);
        }
        agreements.keep(told);
        grounds.follow(heard);
        var known = withGroups(told);
        standStill(known, heard);
        bring(known, agreements.commitments(known.keySet()), heard);
    }

    /** Brings everything to what is supposed of one agreement and its commitments, in a transaction that is given up. */
    void suppose(KnownAgreement agreement, List<CommitmentState> commitments, Received<?> cause) {
        bring(withGroups(List.of(agreement)), commitments, Map.of(agreement.id(), cause));
    }

    private void bring(
            Map<UUID, KnownAgreement> known,
            List<CommitmentState> commitments,
            Map<UUID, ? extends Received<?>> heard) {
        follow(commitments, known, commitment -> requireNonNull(heard.get(commitment.agreementId())));
        deadlines.followTerms(
                known.values().stream()
                        .flatMap(agreement -> agreement.times().stream()
                                .flatMap(time -> Commissions.of(time, agreement).stream())
                                .map(by -> new Order(by, requireNonNull(heard.get(agreement.id())))))
                        .toList(),
                heard);
        follow(known, heard);
    }

    /** Tells what no source tells: to entered deadlines, and to those that groups set themselves. */
    private void follow(Map<UUID, KnownAgreement> known, Map<UUID, ? extends Received<?>> heard) {
        var recorded = new HashMap<UUID, Circumstances.Recorded>();
        var causes = new HashMap<UUID, Received<?>>(heard);
        recorded(known).forEach((group, of) -> {
            recorded.put(group.id(), of);
            // A group of several agreements may have heard it of another than the first.
            causes.putIfAbsent(of.agreementId(), cause(group, heard));
        });
        records.follow(
                known.values().stream()
                        .map(RecordedCircumstances::recorded)
                        .collect(toMap(Circumstances.Recorded::agreementId, of -> of)),
                recorded,
                causes);
    }

    /** What is recorded of each group that sees to some agreements. */
    private Map<Seen, Circumstances.Recorded> recorded(Map<UUID, KnownAgreement> known) {
        var seen = groups.seeingTo(known.keySet());
        var all = new HashMap<>(agreements.known(seen.stream()
                .flatMap(group -> group.agreements().stream())
                .filter(id -> !known.containsKey(id))
                .collect(toSet())));
        all.putAll(known);
        var recorded = new HashMap<Seen, Circumstances.Recorded>();
        seen.forEach(
                group -> RecordedCircumstances.recorded(group, null, all).ifPresent(of -> recorded.put(group, of)));
        return recorded;
    }

    private static Received<?> cause(Seen group, Map<UUID, ? extends Received<?>> heard) {
        return group.agreements().stream()
                .<Received<?>>map(heard::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Whatever else counts a time learns that it stands, before deadlines are locked. */
    private void standStill(Map<UUID, KnownAgreement> known, Map<UUID, ? extends Received<?>> heard) {
        var suspensions = new HashMap<UUID, List<Suspension>>();
        var causes = new HashMap<UUID, Received<?>>();
        recorded(known).forEach((group, of) -> {
            suspensions.put(group.id(), of.suspensions());
            causes.put(group.id(), cause(group, heard));
        });
        if (!suspensions.isEmpty()) {
            standstills.forEach(one -> one.follow(suspensions, causes));
        }
    }

    void commitments(List<Received<CommitmentState>> news) {
        var heard = new HashMap<UUID, Received<?>>();
        var commitments = new ArrayList<CommitmentState>();
        for (var one : news) {
            var commitment =
                    requireNonNull(one.state(), "a commitment is never erased").checked();
            commitments.add(commitment.openedAt(one.time()));
            heard.put(commitment.id(), one);
        }
        agreements.keepCommitments(commitments);
        var known = agreements.known(commitments.stream()
                .map(CommitmentState::agreementId)
                .distinct()
                .toList());
        follow(
                agreements.commitmentsOf(heard.keySet()),
                withGroups(known.values()),
                commitment -> requireNonNull(heard.get(commitment.id())));
    }

    private Map<UUID, KnownAgreement> withGroups(Collection<KnownAgreement> known) {
        var those = groups.seeingTo(known.stream().map(KnownAgreement::id).toList());
        return known.stream()
                .map(agreement -> agreement.withGroups(those))
                .collect(toMap(KnownAgreement::id, agreement -> agreement));
    }

    private void follow(
            List<CommitmentState> commitments,
            Map<UUID, KnownAgreement> known,
            Function<CommitmentState, Received<?>> cause) {
        var followed = commitments.stream()
                .filter(commitment -> known.containsKey(commitment.agreementId()))
                .toList();
        var mandated = mandate(
                followed.stream().filter(FollowAgreements::establishesBody).toList(), known, cause);
        var orders = new ArrayList<Order>();
        var gone = new HashMap<String, Received<?>>();
        for (var commitment : followed) {
            var agreement = requireNonNull(known.get(commitment.agreementId()));
            var group = mandated.get(commitment.id());
            var because = cause.apply(commitment);
            Commissions.of(commitment, agreement, group)
                    .ifPresentOrElse(
                            by -> orders.add(new Order(by, because)),
                            () -> gone.put(Commissions.source(commitment), because));
            orders.add(new Order(Commissions.watch(commitment, agreement, group, stagnation.silence()), because));
        }
        deadlines.follow(orders);
        deadlines.drop(gone, "its commitment has no date any more");
    }

    /** Makes the groups that are not there yet and answers all, by commitment. */
    private Map<UUID, WorkingGroup> mandate(
            List<CommitmentState> establishing,
            Map<UUID, KnownAgreement> known,
            Function<CommitmentState, Received<?>> cause) {
        var mandated = groups.of(establishing.stream().map(CommitmentState::id).toList()).stream()
                .collect(toMap(group -> requireNonNull(group.commitmentId()), group -> group));
        var events = new ArrayList<Caused<WorkingGroupEvent>>();
        for (var commitment : establishing) {
            var agreement = requireNonNull(known.get(commitment.agreementId()));
            if (!mandated.containsKey(commitment.id())
                    && !CLOSED.contains(commitment.status())
                    && !agreement.isVoid()) {
                var group = new WorkingGroup(mandate(commitment, agreement));
                groups.persist(group);
                mandated.put(commitment.id(), group);
                events.add(new Caused<>(group.mandate(), cause.apply(commitment)));
            }
        }
        ledger.tell(events);
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
}
