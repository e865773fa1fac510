package org.moutracker.agreements.responsibility;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.contactpoint.ContactPointsOfParties;
import org.moutracker.agreements.person.Absence;
import org.moutracker.agreements.person.People;
import org.moutracker.agreements.person.Person;

/** Finds whom to turn to about an agreement on a day. */
@ApplicationScoped
class FindResponsible {

    private final KnownAgreements agreements;
    private final Responsibilities responsibilities;
    private final Officers officers;
    private final People people;
    private final ContactPointsOfParties contactPoints;

    FindResponsible(
            KnownAgreements agreements,
            Responsibilities responsibilities,
            Officers officers,
            People people,
            ContactPointsOfParties contactPoints) {
        this.agreements = agreements;
        this.responsibilities = responsibilities;
        this.officers = officers;
        this.people = people;
        this.contactPoints = contactPoints;
    }

    ActingView on(UUID agreement, LocalDate day) {
        var parties = agreements.parties(agreement);
        var assigned = responsibilities.of(agreement).stream()
                .filter(assignment -> assignment.covers(day))
                .toList();
        var bySubject = officers.find(
                assigned.stream().map(assignment -> assignment.subject).toList());
        var named = assigned.stream()
                .map(assignment ->
                        new Acting.Named(person(bySubject, assignment.subject), assignment.role, assignment.since))
                .toList();
        var absences = absences(named.stream().map(Acting.Named::person).toList(), day);
        var involved = new HashSet<UUID>(absences.keySet());
        named.forEach(officer -> involved.add(officer.person()));
        absences.values()
                .forEach(all -> all.forEach(absence -> {
                    if (absence.deputy() != null) {
                        involved.add(absence.deputy());
                    }
                }));
        var subjects = officers.ofPeople(involved).values().stream().collect(toMap(Officer::person, Officer::subject));
        var known = people.find(involved);
        var acting = Acting.on(day, named, absences, subjects);
        return new ActingView(
                day,
                acting.officers().stream()
                        .map(one -> view(one, subjects, known))
                        .toList(),
                acting.away().stream()
                        .map(away -> new ActingView.Away(subject(subjects, away.person()), away.because()))
                        .toList(),
                acting.nobody(),
                named.stream()
                        .filter(officer -> !officer.role().isResponsible())
                        .map(officer -> Objects.requireNonNull(known.get(officer.person())))
                        .toList(),
                parties(parties, day));
    }

    private List<ActingView.OfParty> parties(List<KnownAgreements.KnownParty> parties, LocalDate day) {
        var contacts = contactPoints.on(
                parties.stream().map(KnownAgreements.KnownParty::organization).toList(), day);
        return parties.stream()
                .map(party -> {
                    var there = Objects.requireNonNull(contacts.get(party.organization()));
                    return new ActingView.OfParty(
                            party.code(), party.side(), there.organization(), there.contactPoints());
                })
                .toList();
    }

    /** Of these, of their deputies, of theirs, and so on: as far as anybody is away on that day. */
    private Map<UUID, List<Absence>> absences(Collection<UUID> first, LocalDate day) {
        var all = new HashMap<UUID, List<Absence>>();
        Set<UUID> next = new HashSet<>(first);
        while (!next.isEmpty()) {
            var more = people.absences(next, day);
            var deputies = new HashSet<UUID>();
            more.forEach((person, absences) -> absences.stream()
                    .filter(absence -> absence.covers(day))
                    .map(Absence::deputy)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .forEach(deputies::add));
            next.forEach(person -> all.put(person, more.getOrDefault(person, new ArrayList<>())));
            deputies.removeAll(all.keySet());
            next = deputies;
        }
        return all;
    }

    private static ActingView.One view(Acting.One one, Map<UUID, String> subjects, Map<UUID, Person> known) {
        return new ActingView.One(
                subject(subjects, one.person()),
                Objects.requireNonNull(known.get(one.person())),
                one.leads(),
                one.insteadOf() == null ? null : subject(subjects, one.insteadOf()),
                one.because());
    }

    private static String subject(Map<UUID, String> subjects, UUID person) {
        return Objects.requireNonNull(subjects.get(person));
    }

    private static UUID person(Map<String, Officer> officers, String subject) {
        return Objects.requireNonNull(officers.get(subject)).person();
    }
}
