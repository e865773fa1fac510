package org.moutracker.workinggroups.meeting;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.workinggroup.Seat;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Reads a list of those who are there: members by the id of their seat, whoever is invited by that of the person. */
final class RollCall {

    private final Meeting meeting;
    private final Map<UUID, Seat> members;
    private final Map<UUID, Seat> persons;

    private RollCall(Meeting meeting, List<Seat> seats) {
        this.meeting = meeting;
        this.members = seats.stream().collect(toMap(Seat::memberId, seat -> seat));
        this.persons = seats.stream().collect(toMap(Seat::personId, seat -> seat));
    }

    /** Those who are there on a day, each with how he counts on it. */
    static List<Attendee> of(String field, List<UUID> ids, Meeting meeting, WorkingGroup group, LocalDate day) {
        var call = new RollCall(meeting, group.seated());
        var present = new ArrayList<Attendee>();
        var seen = new HashSet<UUID>();
        for (var at = 0; at < ids.size(); at++) {
            var attendee = call.find("%s[%d]".formatted(field, at), ids.get(at));
            if (!seen.add(attendee.personId())) {
                throw new InvalidRequest("%s[%d]".formatted(field, at), "is there twice");
            }
            present.add(attendee);
        }
        return acting(present, group, day);
    }

    private static List<Attendee> acting(List<Attendee> present, WorkingGroup group, LocalDate day) {
        var come = present.stream()
                .map(Attendee::memberId)
                .filter(Objects::nonNull)
                .collect(toSet());
        var acting = group.actingCoChairs(day, come);
        return present.stream()
                .map(one -> acting.contains(one.memberId()) ? one.asCoChair() : one)
                .toList();
    }

    private Attendee find(String field, UUID id) {
        var seat = members.getOrDefault(id, persons.get(id));
        if (seat != null) {
            return Attendee.member(seat);
        }
        return meeting.invitee(id)
                .map(invitee -> Attendee.guest(invitee.personId()))
                .orElseThrow(() -> new InvalidRequest(field, "is neither a member of the group nor invited"));
    }

    /** Who was there of each side. */
    static Presence count(List<Attendee> present, WorkingGroup group) {
        var rule = group.terms().meetings();
        return Presence.of(rule == null ? Presence.USUAL : rule.quorum(), group.sides(), group.seated(), present);
    }
}
