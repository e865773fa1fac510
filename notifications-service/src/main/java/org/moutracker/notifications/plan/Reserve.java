package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.responsibility.Officer;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/**
 * Who answers for a deadline beside its group, or without one: the officers for their own side, then the contact points of
 * each side.
 */
final class Reserve {

    // Whose turn it is to answer for a side, after its members.
    private static final int OFFICERS = 1;
    private static final int CONTACT_POINTS = 2;
    private static final int OFFICERS_OF_ANOTHER_SIDE = 3;

    private final Situation situation;
    private final Set<String> sides;
    private final List<Member> members;

    /**
     * Looks for them.
     *
     * @param sides that have to act and may be told
     * @param members who may be told
     */
    Reserve(Situation situation, Set<String> sides, List<Member> members) {
        this.situation = situation;
        this.sides = sides;
        this.members = members;
    }

    /** As what somebody answers who is in no group. */
    private record Place(UUID person, String party, String side, Role role, int turn) {}

    List<Addressee> addressees() {
        var all = new ArrayList<Addressee>();
        officers(all);
        for (var side : sides) {
            contactPoints(side)
                    .forEach((party, terms) -> terms.forEach((person, days) ->
                            add(all, new Place(person, party, side, Role.CONTACT_POINT, CONTACT_POINTS), days)));
        }
        return all;
    }

    /** Somebody who stands in for one of them, whoever that is; empty while nothing is known of him. */
    Optional<Addressee> deputy(UUID deputy, Addressee away) {
        var place = new Place(deputy, away.party(), away.side(), away.role(), away.turn());
        return Optional.ofNullable(situation.people().get(deputy))
                .map(person -> addressee(place, person, Hearing.IN_PLACE_OF_OTHERS, List.of()));
    }

    /**
     * Nobody else's side is theirs. But one that has nobody else at all must not be forgotten by those who keep the register;
     * unless what is due is internal to it.
     */
    private void officers(List<Addressee> all) {
        var own = situation.standby().own();
        var internalTo = situation.deadline().internalTo();
        if (own.filter(sides::contains).isPresent()) {
            officers(all, own.get(), OFFICERS);
        } else if (internalTo == null) {
            sides.stream()
                    .filter(this::hasNobody)
                    .findFirst()
                    .ifPresent(side -> officers(all, side, OFFICERS_OF_ANOTHER_SIDE));
        }
    }

    private boolean hasNobody(String side) {
        return members.stream()
                        .filter(member -> member.side().equals(side))
                        .allMatch(member -> situation.isOutOfReach(member.personId()))
                && contactPoints(side).values().stream()
                        .flatMap(terms -> terms.keySet().stream())
                        .allMatch(person -> !situation.people().containsKey(person) || situation.isOutOfReach(person));
    }

    private void officers(List<Addressee> all, String side, int turn) {
        var terms = new LinkedHashMap<UUID, List<Term>>();
        for (Officer officer : situation.standby().officers()) {
            terms.computeIfAbsent(officer.personId(), one -> new ArrayList<>())
                    .add(new Term(officer.from(), officer.until()));
        }
        var party = ownParty(side);
        terms.forEach((person, days) -> add(all, new Place(person, party, side, Role.OFFICER, turn), days));
    }

    /** The officers' own party; while it is not known, that of the side for which they answer. */
    private String ownParty(String side) {
        return situation
                .firstPartyOf(situation.standby().own().orElse(side))
                .map(Agreement.Party::code)
                .orElse(side);
    }

    /** By party the contact points of a side who may be told, and for which days each is named. */
    private Map<String, Map<UUID, List<Term>>> contactPoints(String side) {
        var all = new LinkedHashMap<String, Map<UUID, List<Term>>>();
        for (var party : situation.partiesOn(side)) {
            if (!situation.silenced().contains(party, side)) {
                var terms = all.computeIfAbsent(party, one -> new LinkedHashMap<>());
                for (var point : situation.standby().contactPointsOf(party)) {
                    terms.computeIfAbsent(point.personId(), one -> new ArrayList<>())
                            .add(new Term(point.from(), point.until()));
                }
            }
        }
        return all;
    }

    /** Adds somebody, unless nothing is known of him: then he was erased, or is about to be told. */
    private void add(List<Addressee> all, Place place, List<Term> terms) {
        var person = situation.people().get(place.person());
        if (person != null) {
            all.add(addressee(place, person, Hearing.WHEN_NOBODY_ELSE, terms));
        }
    }

    private Addressee addressee(Place place, Recipient person, Hearing hearing, List<Term> terms) {
        var party = situation.party(place.party());
        var zone = person.clock().or(() -> party.flatMap(Agreement.Party::zone)).orElse(UTC);
        return new Addressee(
                place.person(),
                person.name(),
                person.mailbox().orElse(null),
                person.awaitsVerification(),
                person.person().wantsMail(),
                place.party(),
                place.side(),
                place.role(),
                terms.stream()
                        .map(Term::from)
                        .min(comparing(day -> day))
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .orElse(Instant.EPOCH),
                zone,
                situation.calendarOf(party),
                hearing,
                person.person().absences(),
                place.turn(),
                terms);
    }
}
