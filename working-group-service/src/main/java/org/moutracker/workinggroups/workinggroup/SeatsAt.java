package org.moutracker.workinggroups.workinggroup;

import java.time.Instant;
import java.util.List;

/**
 * Who sits in a group at an instant, and who is missing. A term of office that is over counts no more, also in the moment
 * before it is recorded: whoever reads it to people says what is true now.
 *
 * @param members all of them, also those who have left
 * @param vacant the sides for which nobody sits
 */
public record SeatsAt(List<Member> members, List<EmptySeat> missing, List<String> vacant) {

    /** Somebody whom a side has yet to name. */
    public record EmptySeat(String side, MemberRole what) {}

    public static SeatsAt of(Composition composition, List<GroupParty> parties, List<Member> members, Instant now) {
        var sides = parties.stream().map(GroupParty::side).distinct().toList();
        var at = members.stream()
                .map(member ->
                        isOver(member, parties, now) ? member.ended(member.lastDay(), EndedBecause.TERM_OVER) : member)
                .toList();
        return new SeatsAt(
                at,
                composition.missing(sides, at).stream()
                        .map(missing -> new EmptySeat(missing.side(), missing.what()))
                        .toList(),
                composition.vacant(sides, at));
    }

    private static boolean isOver(Member member, List<GroupParty> parties, Instant now) {
        return !member.hasEnded()
                && member.until() != null
                && parties.stream()
                        .filter(party -> party.code().equals(member.party()))
                        .anyMatch(party -> !party.endOf(member.lastDay()).isAfter(now));
    }
}
