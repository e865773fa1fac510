package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.policy.Circle;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/**
 * Who answers for a deadline, each person and each mailbox once: the members of the sides that have to act; where none of
 * a side can be told the officers, if it is theirs, and then the contact points. Where members took it on by name, they
 * alone are reminded, and the others hear what is escalated to them; unless none of those can be reached, since somebody of
 * the side must hear of it.
 *
 * @param sides that have to act and may be told
 * @param vacant those of them that have nobody to be told
 * @param silenced sides that have to act and must not be told anything, and since when
 */
record Audience(List<Addressee> addressees, Set<String> sides, Set<String> vacant, Map<String, Instant> silenced) {

    /** Members answer first. */
    private static final int MEMBERS = 0;

    static Audience of(Situation situation) {
        return new Gathering(situation).audience();
    }

    /** Looks for them among the members of the group, and beside it. */
    private static final class Gathering {
        private final Situation situation;
        private final List<Member> members;
        private final Set<String> sides = new LinkedHashSet<>();
        private final Map<String, Instant> silenced = new LinkedHashMap<>();
        private final Map<String, Set<UUID>> named = new HashMap<>();
        private final Set<String> cutOff = new HashSet<>();
        private final Reserve reserve;
        private final Set<String> known = new HashSet<>();
        private final List<Addressee> addressees = new ArrayList<>();

        private Gathering(Situation situation) {
            this.situation = situation;
            members = situation.members().stream()
                    .filter(member -> !situation.silenced().contains(member.party(), member.side()))
                    .toList();
            var whole = new HashSet<String>();
            for (var responsible : situation.deadline().responsible()) {
                var side = situation.sideOf(responsible.party());
                var person = responsible.personId();
                sides.add(side);
                if (person != null && sits(person, side)) {
                    named.computeIfAbsent(side, one -> new HashSet<>()).add(person);
                } else {
                    whole.add(side);
                }
            }
            whole.forEach(named::remove);
            sides.forEach(side -> situation
                    .silenced()
                    .since(side, situation.agreement())
                    .ifPresent(since -> silenced.put(side, since)));
            sides.removeAll(silenced.keySet());
            sides.stream().filter(this::isCutOff).forEach(cutOff::add);
            reserve = new Reserve(situation, sides, members);
        }

        private boolean sits(UUID person, String side) {
            return members.stream()
                    .anyMatch(member ->
                            member.personId().equals(person) && member.side().equals(side));
        }

        private Audience audience() {
            members.stream()
                    .filter(member -> sides.contains(member.side()) && hearing(member) != Hearing.IN_PLACE_OF_OTHERS)
                    // Who is there twice is told in his highest role, and is there since he first was. Who took it on
                    // comes
                    // first, so that a mailbox that several share is reminded.
                    .sorted(comparing((Member member) -> hearing(member))
                            .thenComparing(Member::role)
                            .thenComparing(Member::since)
                            .thenComparing(Member::personId))
                    .forEach(member -> add(addressee(member, hearing(member))));
            reserve.addressees().forEach(this::add);
            var vacant = new LinkedHashSet<>(sides);
            addressees.forEach(addressee -> vacant.remove(addressee.side()));
            deputies();
            othersCoChairs().forEach(coChair -> add(addressee(coChair, Hearing.OTHER_SIDE)));
            return new Audience(addressees, sides, vacant, silenced);
        }

        private Hearing hearing(Member member) {
            var those = named.getOrDefault(member.side(), Set.of());
            if (those.contains(member.personId()) || cutOff.contains(member.side())) {
                return Hearing.EVERYTHING;
            }
            if (those.isEmpty() || those.stream().allMatch(situation::isOutOfReach)) {
                return member.role().isResponsible() ? Hearing.EVERYTHING : Hearing.IN_PLACE_OF_OTHERS;
            }
            return member.role().hearsEscalations() ? Hearing.ESCALATIONS : Hearing.IN_PLACE_OF_OTHERS;
        }

        /** Of a side on which nobody can be reached who has to see to it everybody hears: a guest is better than nobody. */
        private boolean isCutOff(String side) {
            var those = named.getOrDefault(side, Set.of());
            var responsible = members.stream()
                    .filter(member -> member.side().equals(side)
                            && (member.role().isResponsible() || those.contains(member.personId())))
                    .map(Member::personId)
                    .toList();
            return !responsible.isEmpty() && responsible.stream().allMatch(situation::isOutOfReach);
        }

        /** Whoever stands in for one of them; for members another of their side, for officers and contact points anybody. */
        private void deputies() {
            for (var i = 0; i < addressees.size(); i++) {
                var away = addressees.get(i);
                away.absences().stream()
                        .map(Absence::deputy)
                        .flatMap(Stream::ofNullable)
                        .forEach(deputy -> standIn(deputy, away));
            }
        }

        private void standIn(UUID deputy, Addressee away) {
            if (away.turn() != MEMBERS) {
                reserve.deputy(deputy, away).ifPresent(this::add);
                return;
            }
            members.stream()
                    .filter(member ->
                            sides.contains(member.side()) && member.personId().equals(deputy))
                    .min(comparing(Member::role))
                    .ifPresent(member -> add(addressee(member, Hearing.IN_PLACE_OF_OTHERS)));
        }

        /** Of what is internal to a side the other hears in no case. */
        private List<Member> othersCoChairs() {
            return situation.deadline().internalTo() == null
                            && situation.plan().ladder().goesTo(Circle.OTHER_SIDE)
                    ? members.stream()
                            .filter(member -> member.role() == Role.CO_CHAIR && !sides.contains(member.side()))
                            .sorted(comparing(Member::personId))
                            .toList()
                    : List.of();
        }

        private void add(Addressee addressee) {
            var mailbox = addressee.mailbox();
            var isNew = known.add(addressee.id().toString());
            if (isNew && (mailbox == null || known.add(mailbox))) {
                addressees.add(addressee);
            }
        }

        private Addressee addressee(Member member, Hearing hearing) {
            var party = situation.party(member.party());
            var person = Optional.ofNullable(situation.people().get(member.personId()));
            return new Addressee(
                    member.personId(),
                    person.map(Recipient::name).orElse(null),
                    person.flatMap(Recipient::mailbox).orElse(null),
                    person.filter(Recipient::awaitsVerification).isPresent(),
                    person.map(known -> known.person().wantsMail()).orElse(true),
                    member.party(),
                    member.side(),
                    member.role(),
                    since(member),
                    person.flatMap(Recipient::clock)
                            .or(() -> party.flatMap(Agreement.Party::zone))
                            .orElse(UTC),
                    situation.calendarOf(party),
                    hearing,
                    member.absences(),
                    MEMBERS,
                    List.of());
        }

        private Instant since(Member member) {
            return members.stream()
                    .filter(other -> other.personId().equals(member.personId()))
                    .map(Member::since)
                    .min(comparing(instant -> instant))
                    .orElse(member.since());
        }
    }
}
