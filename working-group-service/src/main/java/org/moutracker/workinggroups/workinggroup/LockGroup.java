package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** Locks a group for whoever records something of it: two at once take turns, and the group cannot change meanwhile. */
@ApplicationScoped
public class LockGroup {

    private final WorkingGroupRepository groups;
    private final InstantSource clock;

    LockGroup(WorkingGroupRepository groups, InstantSource clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /** Somebody's seat. */
    public record Seat(UUID member, UUID person, String party, String side, String role, boolean ended) {}

    /**
     * What a locked group is by now.
     *
     * @param today the latest day that it is for any of its parties
     */
    public record Locked(
            UUID id,
            String name,
            WorkingGroupStatus status,
            List<UUID> agreements,
            List<GroupParty> parties,
            List<Seat> seats,
            TermsOfReference terms,
            @Nullable LocalDate establishedOn,
            LocalDate today) {

        public Set<String> sides() {
            var sides = new LinkedHashSet<String>();
            parties.forEach(party -> sides.add(party.side()));
            return sides;
        }

        /** Whether it is at work: established, and not ended. */
        public boolean isAtWork() {
            return establishedOn != null && !status.hasEnded();
        }

        public boolean hasEnded() {
            return status.hasEnded();
        }

        /** Refuses the code of a party that has no part in it. */
        public void requireParty(String field, String code) {
            if (parties.stream().noneMatch(party -> party.code().equals(code))) {
                throw new InvalidRequest(
                        field,
                        "must be a party of the group: "
                                + parties.stream().map(GroupParty::code).collect(joining(", ")));
            }
        }

        /** The seat of a member who sits for a party. */
        public Seat seat(String field, UUID member, String party) {
            var seat = seats.stream()
                    .filter(one -> one.member().equals(member))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest(field, "is not a member of the group"));
            if (seat.ended()) {
                throw new InvalidRequest(field, "is not a member of the group any more");
            }
            if (!seat.party().equals(party)) {
                throw new InvalidRequest(field, "sits for %s, not for %s".formatted(seat.party(), party));
            }
            return seat;
        }
    }

    @Transactional(MANDATORY)
    public Locked lock(UUID id) {
        return of(groups.lock(id));
    }

    /** One that is locked already. */
    public Locked of(WorkingGroup group) {
        return new Locked(
                group.id,
                group.name,
                group.status(),
                group.agreements(),
                group.parties(),
                group.members().stream().map(LockGroup::seat).toList(),
                group.terms,
                group.establishedOn(),
                group.today(clock.instant()));
    }

    public static Seat seat(Member member) {
        return new Seat(
                member.id(),
                member.personId(),
                member.party(),
                member.side(),
                member.role().name(),
                member.hasEnded());
    }
}
