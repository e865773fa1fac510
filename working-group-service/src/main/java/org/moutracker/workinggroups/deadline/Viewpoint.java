package org.moutracker.workinggroups.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.access.OwnSeat;

/**
 * For whom deadlines are read: what is internal to a side is seen by the people of that side alone.
 *
 * @param party whose person it is; null for somebody of no party
 * @param all whether it is somebody who reads everything
 * @param seats where the person sits: there he or she is of that seat's side, too
 * @param onlyOwn whether nothing is seen but what the groups of those seats have to do
 */
public record Viewpoint(@Nullable String party, boolean all, List<OwnSeat> seats, boolean onlyOwn) {

    public Viewpoint {
        seats = List.copyOf(seats);
    }

    /** That of somebody who sits nowhere. */
    public Viewpoint(@Nullable String party, boolean all) {
        this(party, all, List.of(), false);
    }

    void narrow(List<String> where, Map<String, Object> values) {
        if (party != null && (onlyOwn || !all)) {
            values.put("viewer", party);
        }
        var ofParty = party == null ? "" : " or array_contains(internalParties, :viewer)";
        if (onlyOwn) {
            where.add("(workingGroupId in :groups or workingGroupId is null and agreementId in :agreements" + ofParty
                    + ")");
            put(values, "", groups(seats), agreements(seats));
        }
        if (all) {
            return;
        }
        var seen = new StringBuilder("(internalTo is null" + ofParty);
        var number = 0;
        for (var side : byParty().entrySet()) {
            seen.append(" or ").append("""
                    array_contains(internalParties, :seated%1$d) and (workingGroupId in :groups%1$d
                        or workingGroupId is null and agreementId in :agreements%1$d)""".formatted(number));
            values.put("seated" + number, side.getKey());
            put(values, String.valueOf(number++), groups(side.getValue()), agreements(side.getValue()));
        }
        where.add(seen.append(")").toString());
    }

    private static void put(Map<String, Object> values, String number, Set<UUID> groups, Set<UUID> agreements) {
        values.put("groups" + number, groups);
        values.put("agreements" + number, agreements);
    }

    private Map<String, List<OwnSeat>> byParty() {
        return seats.stream().collect(groupingBy(OwnSeat::party, TreeMap::new, toList()));
    }

    private static Set<UUID> groups(List<OwnSeat> of) {
        return of.stream().map(OwnSeat::group).collect(toSet());
    }

    private static Set<UUID> agreements(List<OwnSeat> of) {
        return of.stream().flatMap(seat -> seat.agreements().stream()).collect(toSet());
    }

    boolean sees(Deadline deadline) {
        return all
                || deadline.internalTo == null
                || isOf(List.of(deadline.internalParties), deadline.workingGroupId, deadline.agreementId);
    }

    /** Whether it is somebody of one of these parties in a group or, without one, in the groups of an agreement. */
    boolean isOf(List<String> parties, @Nullable UUID group, @Nullable UUID agreement) {
        return (party != null && parties.contains(party))
                || seats.stream().anyMatch(seat -> parties.contains(seat.party()) && seat.seesTo(group, agreement));
    }

    /** Of whose side the viewer is in a group; null for nobody's. */
    public @Nullable String partyIn(UUID group) {
        return party != null
                ? party
                : seats.stream()
                        .filter(seat -> seat.group().equals(group))
                        .map(OwnSeat::party)
                        .findFirst()
                        .orElse(null);
    }
}
