package org.moutracker.workinggroups.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.person.Contact;
import org.moutracker.workinggroups.person.People;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Seat;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Finds out who is invited to a meeting: whoever sits in the group, and guests, who become persons by it. */
@ApplicationScoped
class InvitePeople {

    private final People people;
    private final Outbox outbox;

    InvitePeople(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** Guests who were invited before stay invited. */
    List<Invitee> to(Meeting meeting, WorkingGroup group, List<Contact> guests, Instant now) {
        var invited = new ArrayList<Invitee>();
        for (var seat : group.seated()) {
            invited.add(
                    Invitee.member(seat.personId(), seat.party(), seat.side(), meeting.invitations.sequence(), now));
        }
        var members = group.seated().stream().map(Seat::personId).collect(Collectors.toSet());
        meeting.invitations.invitees().stream()
                .filter(one -> one.as() == InvitedAs.GUEST && !members.contains(one.personId()))
                .forEach(invited::add);
        var known = invited.stream().map(Invitee::personId).collect(Collectors.toSet());
        var persons = meet(guests, zone(meeting, group));
        for (var at = 0; at < guests.size(); at++) {
            var person = Objects.requireNonNull(persons.get(at));
            if (members.contains(person)) {
                throw new InvalidRequest(
                        "guests[%d].email".formatted(at), "belongs to a member of the group, who is invited anyway");
            }
            if (known.add(person)) {
                invited.add(Invitee.guest(person, meeting.invitations.sequence(), now));
            }
        }
        return invited;
    }

    private static String zone(Meeting meeting, WorkingGroup group) {
        return group.parties().stream()
                .filter(party -> party.code().equals(meeting.host))
                .findFirst()
                .map(GroupParty::zone)
                .orElse(meeting.appointment.zone());
    }

    /** Always in the order of their addresses: two who invite the same persons at once must not wait for each other. */
    private Map<Integer, UUID> meet(List<Contact> guests, String usualZone) {
        var mailboxes = new HashSet<String>();
        for (var at = 0; at < guests.size(); at++) {
            if (!mailboxes.add(guests.get(at).mailbox())) {
                throw new InvalidRequest("guests[%d].email".formatted(at), "is there twice");
            }
        }
        var persons = new HashMap<Integer, UUID>();
        IntStream.range(0, guests.size())
                .boxed()
                .sorted(Comparator.comparing(at -> guests.get(at).mailbox()))
                .forEach(at -> {
                    var known = people.meet(guests.get(at), usualZone);
                    known.event().ifPresent(outbox::publish);
                    persons.put(at, known.person().id());
                });
        return persons;
    }
}
