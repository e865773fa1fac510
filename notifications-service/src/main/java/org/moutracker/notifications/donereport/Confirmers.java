package org.moutracker.notifications.donereport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/** Who is asked whether what was reported done is done, and who may say so. */
final class Confirmers {

    private static final Set<Role> OWN = Set.of(Role.CO_CHAIR, Role.FOCAL_POINT);

    private final Situation situation;
    private final Instant now;

    private Confirmers(Situation situation, Instant now) {
        this.situation = situation;
        this.now = now;
    }

    static Confirmers of(Situation situation, Instant now) {
        return new Confirmers(situation, now);
    }

    /**
     * The secretaries of the reporter's side, else those of another, else his own co-chairs and focal points, else the
     * officers of the agreement; of each only those to whom mail may go, and never the reporter himself. What is internal
     * to a side is no other's business.
     */
    List<UUID> asked(UUID reporter, String party) {
        var side = situation.sideOf(party);
        Predicate<Member> own = member -> member.side().equals(side);
        Predicate<Member> secretary = member -> member.role() == Role.SECRETARY;
        var turns = new ArrayList<Stream<UUID>>();
        turns.add(members(own.and(secretary)));
        if (situation.deadline().internalTo() == null) {
            turns.add(members(secretary));
        }
        turns.add(members(own.and(member -> OWN.contains(member.role()))));
        turns.add(officers());
        return turns.stream()
                .map(turn -> turn.filter(person -> !person.equals(reporter) && canBeTold(person))
                        .distinct()
                        .sorted()
                        .toList())
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether somebody who was asked still answers for it. */
    boolean mayDecide(UUID person) {
        return Stream.concat(
                        members(member -> member.role() == Role.SECRETARY || OWN.contains(member.role())), officers())
                .anyMatch(person::equals);
    }

    private Stream<UUID> members(Predicate<Member> which) {
        return situation.members().stream()
                .filter(which)
                .filter(member -> !situation.silenced().contains(member.party(), member.side()))
                .map(Member::personId);
    }

    private Stream<UUID> officers() {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return situation.standby().officers().stream()
                .filter(officer -> !officer.from().isAfter(today))
                .filter(officer -> officer.until() == null || !officer.until().isBefore(today))
                .map(officer -> officer.personId());
    }

    private boolean canBeTold(UUID person) {
        var known = situation.people().get(person);
        return known != null && known.mailbox().isPresent();
    }
}
