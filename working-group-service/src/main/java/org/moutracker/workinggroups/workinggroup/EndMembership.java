package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.deadline.Responsible;

/** Lets members leave, and passes on to a successor what they have not finished. */
@ApplicationScoped
class EndMembership {

    /** Says that somebody leaves, and who takes over. */
    @Schema(name = "MembershipEnd")
    record Leaving(
            @NotNull @Schema(required = true, examples = "2026-03-31")
            LocalDate on,

            @Size(max = 2000) @Schema(examples = "posted abroad", nullable = true) @Nullable
            String reason,

            @Schema(
                    description =
                            "The member of the same side who takes over, by the id of the seat; a co-chair's becomes"
                                    + " the co-chair.",
                    nullable = true)
            @Nullable
            UUID successor,

            @Valid @Schema(nullable = true) @Nullable Nomination nomination) {}

    private final GroupLedger ledger;
    private final NominateMember nominateMember;
    private final FillSeats fillSeats;
    private final GroupDeadlines deadlines;
    private final WorkingGroupRepository groups;
    private final Instance<Handover> handovers;

    EndMembership(
            GroupLedger ledger,
            NominateMember nominateMember,
            FillSeats fillSeats,
            GroupDeadlines deadlines,
            WorkingGroupRepository groups,
            @Any Instance<Handover> handovers) {
        this.ledger = ledger;
        this.nominateMember = nominateMember;
        this.fillSeats = fillSeats;
        this.deadlines = deadlines;
        this.groups = groups;
        this.handovers = handovers;
    }

    @Transactional(MANDATORY)
    void by(Leaving leaving, UUID member, WorkingGroup group, Instant now, String who) {
        var leaver = group.member(member);
        var nomination = leaving.nomination();
        if (nomination != null) {
            requireOwnSide(leaving, nomination, leaver, group);
        }
        ledger.tell(group.end(member, leaving.on(), leaving.successor(), leaving.reason(), now), who);
        var successor = leaving.successor();
        if (nomination == null) {
            fillSeats.of(group, now, who);
        } else {
            // What was told of the end is a version of its own.
            groups.flush();
            successor = nominateMember.by(nomination, group, now, who).id();
        }
        if (successor != null) {
            pass(leaver, group.member(successor), group, who);
        }
    }

    private static void requireOwnSide(Leaving leaving, Nomination nomination, Member leaver, WorkingGroup group) {
        if (leaving.successor() != null) {
            throw new InvalidRequest("nomination", "must be left out when a successor is named");
        }
        if (group.parties().stream()
                .noneMatch(party ->
                        party.code().equals(nomination.party()) && party.side().equals(leaver.side()))) {
            throw new InvalidRequest("nomination.party", "must stand on the side %s".formatted(leaver.side()));
        }
    }

    private void pass(Member from, Member to, WorkingGroup group, String who) {
        deadlines.handOver(group.id(), from.personId(), new Responsible(to.party(), to.personId()), who);
        handovers.forEach(handover -> handover.handOver(group.id(), from.personId(), to, who));
    }
}
