package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.policy.Circle;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/**
 * Who answers for a deadline: the members of the sides that have to act, each person and each mailbox once. Where members
 * took it on by name, they alone are reminded, and the others hear what is escalated to them; unless none of those can be
 * reached, since somebody of the side must hear of it.
 *
 * @param vacant sides that have to act and have nobody to be told
 */
record Audience(List<Addressee> addressees, Set<String> vacant) {

    static Audience of(Situation situation) {
        return new Gathering(situation).audience();
    }

    /** Looks for them among the members of the group. */
    private static final class Gathering {
        private final Situation situation;
        private final Set<String> sides = new LinkedHashSet<>();
        private final Map<String, Set<UUID>> named = new HashMap<>();
        private final Set<String> cutOff = new HashSet<>();
        private final Set<String> known = new HashSet<>();
        private final List<Addressee> addressees = new ArrayList<>();

        private Gathering(Situation situation) {
            this.situation = situation;
            var whole = new HashSet<String>();
            for (var responsible : situation.deadline().responsible()) {
                var side = situation.sideOf(responsible.party());
                sides.add(side);
                var person = responsible.personId();
                if (person != null && sits(person, side)) {
                    named.computeIfAbsent(side, one -> new HashSet<>()).add(person);
                } else {
                    whole.add(side);
                }
            }
            whole.forEach(named::remove);
            sides.stream().filter(this::isCutOff).forEach(cutOff::add);
        }

        private boolean sits(UUID person, String side) {
            return situation.members().stream()
                    .anyMatch(member ->
                            member.personId().equals(person) && member.side().equals(side));
        }

        private Audience audience() {
            situation.members().stream()
                    .filter(member -> sides.contains(member.side()) && hearing(member) != Hearing.IN_PLACE_OF_OTHERS)
                    // Who is there twice is told in his highest role, and is there since he first was. Who took it on
                    // comes
                    // first, so that a mailbox that several share is reminded.
                    .sorted(comparing((Member member) -> hearing(member))
                            .thenComparing(Member::role)
                            .thenComparing(Member::since)
                            .thenComparing(Member::personId))
                    .forEach(member -> add(member, hearing(member)));
            var vacant = new LinkedHashSet<>(sides);
            addressees.forEach(addressee -> vacant.remove(addressee.side()));
            deputies().forEach(deputy -> add(deputy, Hearing.IN_PLACE_OF_OTHERS));
            othersCoChairs().forEach(coChair -> add(coChair, Hearing.OTHER_SIDE));
            return new Audience(addressees, vacant);
        }

        private Hearing hearing(Member member) {
            var those = named.getOrDefault(member.side(), Set.of());
            if (those.contains(member.personId()) || cutOff.contains(member.side())) {
                return Hearing.EVERYTHING;
            }
            if (those.isEmpty() || those.stream().allMatch(this::isOutOfReach)) {
                return member.role().isResponsible() ? Hearing.EVERYTHING : Hearing.IN_PLACE_OF_OTHERS;
            }
            return member.role().hearsEscalations() ? Hearing.ESCALATIONS : Hearing.IN_PLACE_OF_OTHERS;
        }

        /** Of a side on which nobody can be reached who has to see to it everybody hears: a guest is better than nobody. */
        private boolean isCutOff(String side) {
            var those = named.getOrDefault(side, Set.of());
            var responsible = situation.members().stream()
                    .filter(member -> member.side().equals(side)
                            && (member.role().isResponsible() || those.contains(member.personId())))
                    .map(Member::personId)
                    .toList();
            return !responsible.isEmpty() && responsible.stream().allMatch(this::isOutOfReach);
        }

        /** Whether he is known and no mail may be sent to him; who is not known yet soon will be. */
        private boolean isOutOfReach(UUID person) {
            return Optional.ofNullable(situation.people().get(person))
                    .filter(known -> known.mailbox().isEmpty())
                    .isPresent();
        }

        private List<Member> deputies() {
            var persons = addressees.stream()
                    .flatMap(addressee -> addressee.absences().stream())
                    .map(Absence::deputy)
                    .collect(toSet());
            return situation.members().stream()
                    .filter(member -> sides.contains(member.side()) && persons.contains(member.personId()))
                    .sorted(comparing(Member::role).thenComparing(Member::personId))
                    .toList();
        }

        /** Of what is internal to a side the other hears in no case. */
        private List<Member> othersCoChairs() {
            return situation.deadline().internalTo() == null
                            && situation.plan().ladder().goesTo(Circle.OTHER_SIDE)
                    ? situation.members().stream()
                            .filter(member -> member.role() == Role.CO_CHAIR && !sides.contains(member.side()))
                            .sorted(comparing(Member::personId))
                            .toList()
                    : List.of();
        }

        private void add(Member member, Hearing hearing) {
            var addressee = addressee(member, hearing);
            var isNew = known.add(member.personId().toString());
            var mailbox = addressee.mailbox();
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
                    member.absences());
        }

        private Instant since(Member member) {
            return situation.members().stream()
                    .filter(other -> other.personId().equals(member.personId()))
                    .map(Member::since)
                    .min(comparing(instant -> instant))
                    .orElse(member.since());
        }
    }
}
