package org.moutracker.workinggroups.agreement;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Clock;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** Our copy of an agreement. */
record KnownAgreement(
        UUID id,
        List<GroupParty> parties,
        Map<String, String> facts,
        List<String> happened,
        List<Suspension> suspensions,
        List<AgreedTime> times) {

    static KnownAgreement of(AgreementState heard) {
        return new KnownAgreement(
                heard.id(),
                heard.parties().stream()
                        .map(party -> new GroupParty(
                                party.code(),
                                party.side(),
                                // Refused here, where it is told, and not with the next commitment.
                                Clock.zone(party.organization().zone()).getId()))
                        .toList(),
                heard.facts(),
                requireNonNullElse(heard.happened(), List.of()),
                requireNonNullElse(heard.suspensions(), List.of()),
                requireNonNullElse(heard.times(), List.<AgreedTime>of()).stream()
                        .map(AgreedTime::checked)
                        .toList());
    }

    /** With the day on which the first of its groups was established, which is recorded here and not there. */
    KnownAgreement withGroup(@Nullable LocalDate established) {
        if (established == null) {
            return this;
        }
        var all = new HashMap<>(facts);
        all.put(AnchorEvent.GROUP_ESTABLISHED.name(), established.toString());
        return new KnownAgreement(id, parties, Map.copyOf(all), happened, suspensions, times);
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
