package org.moutracker.workinggroups.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.report.GroupReport.GroupLine;
import org.moutracker.workinggroups.report.GroupReport.MissingSeat;
import org.moutracker.workinggroups.report.GroupReport.SeatLine;
import org.moutracker.workinggroups.report.GroupReport.SidePart;
import org.moutracker.workinggroups.workinggroup.Composition;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Member;
import org.moutracker.workinggroups.workinggroup.SeatsAt;

/** A group as its row says it. */
record ReportedGroup(
        UUID id,
        String name,
        String status,
        @Nullable LocalDate establishedOn,
        List<UUID> agreements,
        List<GroupParty> parties,
        Composition composition,
        List<Member> members) {

    GroupLine line() {
        return new GroupLine(id, name, status, establishedOn);
    }

    /** Every side, also one for which nobody sits. */
    List<SidePart> sides(Instant now) {
        var bySide = new LinkedHashMap<String, List<Member>>();
        parties.forEach(party -> bySide.put(party.side(), List.of()));
        seats(now).members().stream()
                .filter(member -> !member.hasEnded())
                .collect(groupingBy(Member::side))
                .forEach(bySide::put);
        return bySide.entrySet().stream()
                .map(side -> side(side.getKey(), side.getValue()))
                .toList();
    }

    List<MissingSeat> missing(Instant now) {
        return seats(now).missing().stream()
                .map(seat -> new MissingSeat(seat.side(), seat.what().name()))
                .toList();
    }

    private SeatsAt seats(Instant now) {
        return SeatsAt.of(composition, parties, members, now);
    }

    private static SidePart side(String side, List<Member> members) {
        var roles = members.stream()
                .collect(groupingBy(member -> member.role().name(), TreeMap::new, summingInt(member -> 1)));
        return new SidePart(
                side,
                members.size(),
                roles,
                members.stream()
                        .map(member -> new SeatLine(
                                member.id(),
                                member.personId(),
                                member.party(),
                                member.role().name()))
                        .toList());
    }
}
