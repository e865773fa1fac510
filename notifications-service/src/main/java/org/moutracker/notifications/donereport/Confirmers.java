package org.moutracker.notifications.donereport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.responsibility.Officer;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/** Who is asked whether what was reported done is done, and who may say so. */
final class Confirmers {

    private static final Set<Role> OWN = Set.of(Role.CO_CHAIR, Role.FOCAL_POINT);

    private final Situation situation;
    private final Instant now;

    private Confirmers(Situation situation, Instant now) {
        this.situation = situation;
        this.now = now;
    }

    static Confirmers of(Situation situation, Instant now) {
        return new Confirmers(situation, now);
    }

    /**
     * The secretaries of the reporter's side, else those of another, else his own co-chairs and focal points, else the
     * officers of the agreement; of each only those to whom mail may go, and never the reporter himself. What is internal
     * to a side is no other's business. In place of whoever is away his deputy is asked.
     */
    List<UUID> asked(UUID reporter, String party) {
        var side = situation.sideOf(party);
        Predicate<Member> own = member -> member.side().equals(side);
        Predicate<Member> secretary = member -> member.role() == Role.SECRETARY;
        var turns = new ArrayList<Stream<UUID>>();
        turns.add(members(own.and(secretary)));
        if (situation.deadline().internalTo() == null) {
            turns.add(members(secretary));
        }
        turns.add(members(own.and(member -> OWN.contains(member.role()))));
        turns.add(officers());
        return turns.stream()
                .map(turn -> turn.filter(person -> !person.equals(reporter))
                        .map(person -> present(person, reporter))
                        .filter(this::canBeTold)
                        .distinct()
                        .sorted()
                        .toList())
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether somebody who was asked still answers for it, or stands in for one who does. */
    boolean mayDecide(UUID person) {
        var answering = Stream.concat(
                        members(member -> member.role() == Role.SECRETARY || OWN.contains(member.role())), officers())
                .toList();
        return answering.contains(person) || standIns(answering).contains(person);
    }

    /** Whoever stands in for these people at some time, or for who does: he was asked while they were away. */
    private Set<UUID> standIns(List<UUID> answering) {
        var found = new HashSet<UUID>();
        var next = answering;
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(this::absences)
                    .map(Absence::deputy)
                    .filter(Objects::nonNull)
                    .filter(found::add)
                    .toList();
        }
        return found;
    }

    /** Whoever is there in somebody's place; himself where that leads to nobody, since a late reader is better than none. */
    private UUID present(UUID person, UUID reporter) {
        var seen = new HashSet<UUID>();
        var reader = person;
        while (seen.add(reader)) {
            var absence = absence(reader);
            if (absence.isEmpty()) {
                return reader.equals(reporter) || !canBeTold(reader) ? person : reader;
            }
            var deputy = absence.get().deputy();
            if (deputy == null) {
                return person;
            }
            reader = deputy;
        }
        return person;
    }

    private Optional<Absence> absence(UUID person) {
        var today = today(person);
        return absences(person).filter(absence -> absence.contains(today)).findFirst();
    }

    /** Of members the group tells them, of others whoever keeps the directory. */
    private Stream<Absence> absences(UUID person) {
        var ofMember = situation.members().stream()
                .filter(member -> member.personId().equals(person))
                .flatMap(member -> member.absences().stream());
        var ofPerson =
                Stream.ofNullable(situation.people().get(person)).flatMap(known -> known.person().absences().stream());
        return Stream.concat(ofMember, ofPerson);
    }

    private LocalDate today(UUID person) {
        ZoneId zone = Optional.ofNullable(situation.people().get(person))
                .flatMap(Recipient::clock)
                .orElse(ZoneOffset.UTC);
        return now.atZone(zone).toLocalDate();
    }

    private Stream<UUID> members(Predicate<Member> which) {
        return situation.members().stream()
                .filter(which)
                .filter(member -> !situation.silenced().contains(member.party(), member.side()))
                .map(Member::personId);
    }

    private Stream<UUID> officers() {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return situation.standby().officers().stream()
                .filter(officer -> !officer.from().isAfter(today))
                .filter(officer -> officer.until() == null || !officer.until().isBefore(today))
                .map(Officer::personId);
    }

    private boolean canBeTold(UUID person) {
        var known = situation.people().get(person);
        return known != null && known.mailbox().isPresent();
    }
}
