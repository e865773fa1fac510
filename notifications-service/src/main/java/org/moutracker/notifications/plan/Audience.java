package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.workinggroup.Member;

/**
 * Who answers for a deadline: the members of the sides that have to act, each person and each mailbox once.
 *
 * @param vacant sides that have to act and have nobody to be told
 */
record Audience(List<Addressee> addressees, Set<String> vacant) {

    static Audience of(Situation situation) {
        var sides = new LinkedHashSet<String>();
        situation.deadline().responsible().forEach(responsible -> sides.add(situation.sideOf(responsible.party())));
        var addressees = new ArrayList<Addressee>();
        var known = new HashSet<String>();
        situation.members().stream()
                .filter(member -> member.role().isResponsible() && sides.contains(member.side()))
                // Who is there twice is told in his highest role, and is there since he first was.
                .sorted(comparing(Member::role).thenComparing(Member::since).thenComparing(Member::personId))
                .forEach(member -> {
                    var addressee = addressee(situation, member);
                    var isNew = known.add(member.personId().toString());
                    var mailbox = addressee.mailbox();
                    if (isNew && (mailbox == null || known.add(mailbox))) {
                        addressees.add(addressee);
                    }
                });
        var vacant = new LinkedHashSet<>(sides);
        addressees.forEach(addressee -> vacant.remove(addressee.side()));
        return new Audience(addressees, vacant);
    }

    private static Addressee addressee(Situation situation, Member member) {
        var party = situation.party(member.party());
        var person = java.util.Optional.ofNullable(situation.people().get(member.personId()));
        var since = situation.members().stream()
                .filter(other -> other.personId().equals(member.personId()))
                .map(Member::since)
                .min(comparing(instant -> instant))
                .orElse(member.since());
        return new Addressee(
                member.personId(),
                person.map(Person::name).orElse(null),
                person.flatMap(Person::mailbox).orElse(null),
                member.party(),
                member.side(),
                member.role(),
                since,
                person.flatMap(Person::clock)
                        .or(() -> party.flatMap(Agreement.Party::zone))
                        .orElse(UTC),
                situation.calendarOf(party));
    }
}
