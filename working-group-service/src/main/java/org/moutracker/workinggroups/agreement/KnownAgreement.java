package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Clock;
import org.moutracker.workinggroups.deadline.Circumstances;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.Grounds;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository.Seen;

/**
 * Our copy of an agreement.
 *
 * @param reference as people call it; null where only an earlier version of this service heard of it
 * @param title by language
 * @param importedAt when it was taken over from older records; null for most
 */
record KnownAgreement(
        UUID id,
        @Nullable String reference,
        Map<String, String> title,
        List<GroupParty> parties,
        Map<String, String> facts,
        List<String> happened,
        List<Suspension> suspensions,
        List<AgreedTime> times,
        @Nullable Instant importedAt) {

    // The legal events after which nothing is left of an agreement.
    private static final Set<String> END = Set.of("TERMINATED", "EXPIRED", "SUPERSEDED", "ABANDONED");

    // What we note of one that was registered by mistake, among what has happened; its ledger has no such line.
    private static final String VOIDED = Circumstances.Recorded.VOIDED;

    static KnownAgreement of(AgreementState heard) {
        return new KnownAgreement(
                heard.id(),
                heard.reference(),
                requireNonNullElse(heard.title(), Map.of()),
                heard.parties().stream()
                        .map(party -> new GroupParty(
                                party.code(),
                                party.side(),
                                // Refused here, where it is told, and not with the next commitment.
                                Clock.zone(party.organization().zone()).getId()))
                        .toList(),
                heard.facts(),
                happened(heard),
                requireNonNullElse(heard.suspensions(), List.of()),
                requireNonNullElse(heard.times(), List.<AgreedTime>of()).stream()
                        .map(AgreedTime::checked)
                        .toList(),
                heard.importedAt());
    }

    private static List<String> happened(AgreementState heard) {
        var happened = new ArrayList<>(requireNonNullElse(heard.happened(), List.<String>of()));
        if (VOIDED.equals(heard.status())) {
            happened.add(VOIDED);
        }
        return List.copyOf(happened);
    }

    /** Whether it was registered by mistake, so that it never was. */
    boolean isVoid() {
        return happened.contains(VOIDED);
    }

    /** With what its groups have done, which is recorded here and not there: the first establishment, the last meeting. */
    KnownAgreement withGroups(List<Seen> groups) {
        var own =
                groups.stream().filter(group -> group.agreements().contains(id)).toList();
        return with(
                own.stream().map(Seen::establishedOn).filter(Objects::nonNull).min(Comparator.naturalOrder()),
                own.stream().map(Seen::lastMetOn).filter(Objects::nonNull).max(Comparator.naturalOrder()));
    }

    /** As it is for one of its groups. */
    KnownAgreement asOf(Seen group) {
        return with(Optional.ofNullable(group.establishedOn()), Optional.ofNullable(group.lastMetOn()));
    }

    private KnownAgreement with(Optional<LocalDate> established, Optional<LocalDate> met) {
        var all = new HashMap<>(facts);
        established.ifPresent(day -> all.put(AnchorEvent.GROUP_ESTABLISHED.name(), day.toString()));
        met.ifPresent(day -> all.put(AnchorEvent.PREVIOUS_MEETING.name(), day.toString()));
        return new KnownAgreement(
                id, reference, title, parties, Map.copyOf(all), happened, suspensions, times, importedAt);
    }

    /** What it gives a group to stand on. */
    Grounds grounds(Instant now) {
        if (isVoid()) {
            return Grounds.VOID;
        }
        if (happened.stream().anyMatch(END::contains)) {
            return Grounds.ENDED;
        }
        var today = parties.stream()
                .map(party -> now.atZone(Clock.zone(party.zone())).toLocalDate())
                .max(Comparator.naturalOrder());
        var isSuspended = suspensions.stream()
                .filter(suspension -> suspension.areas().isEmpty())
                .anyMatch(suspension -> suspension.until() == null
                        && today.stream().noneMatch(day -> suspension.since().isAfter(day)));
        return isSuspended ? Grounds.RESTING : Grounds.STANDING;
    }

    /** Whether its commitments bind, or will once it is in force. */
    boolean isSigned() {
        return facts.containsKey(AnchorEvent.SIGNATURE.name())
                || facts.containsKey(AnchorEvent.ENTRY_INTO_FORCE.name());
    }

    /** Whether by its own rule it enters into force on a day that is still to come. */
    boolean awaitsForce() {
        return times.stream()
                .anyMatch(time ->
                        time.kind().equals("ENTRY_INTO_FORCE") && time.state().equals("OPEN"));
    }

    /** The day of an instant for those of its parties where it is the latest. */
    LocalDate day(Instant at) {
        return zones().stream()
                .map(zone -> at.atZone(zone).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<ZoneId> zones() {
        return parties.stream()
                .map(party -> Clock.zone(party.zone()))
                .distinct()
                .toList();
    }

    /** Those who owe it, or all parties of what they do jointly. */
    List<Responsible> responsible(List<String> obligors) {
        return parties.stream()
                .map(GroupParty::code)
                .filter(code -> obligors.isEmpty() || obligors.contains(code))
                .map(Responsible::new)
                .toList();
    }
}
