package org.moutracker.workinggroups.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

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

/** A group as its row says it. */
record ReportedGroup(
        UUID id,
        String name,
        String status,
        @Nullable LocalDate establishedOn,
        List<UUID> agreements,
        List<Party> parties,
        List<Sitting> members,
        List<MissingSeat> missing) {

    /** A party as the group keeps it. */
    record Party(String code, String side, String zone) {}

    /** A member as the group keeps it. */
    record Sitting(UUID id, UUID personId, String party, String side, String role, String status) {}

    GroupLine line() {
        return new GroupLine(id, name, status, establishedOn);
    }

    /** Every side, also one for which nobody sits. */
    List<SidePart> sides() {
        var bySide = new LinkedHashMap<String, List<Sitting>>();
        parties.forEach(party -> bySide.put(party.side(), List.of()));
        members.stream()
                .filter(member -> !member.status().equals("ENDED"))
                .collect(groupingBy(Sitting::side))
                .forEach(bySide::put);
        return bySide.entrySet().stream()
                .map(side -> side(side.getKey(), side.getValue()))
                .toList();
    }

    private static SidePart side(String side, List<Sitting> members) {
        var roles = members.stream().collect(groupingBy(Sitting::role, TreeMap::new, summingInt(member -> 1)));
        return new SidePart(
                side,
                members.size(),
                roles,
                members.stream()
                        .map(member -> new SeatLine(member.id(), member.personId(), member.party(), member.role()))
                        .toList());
    }
}
