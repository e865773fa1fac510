package org.moutracker.workinggroups.agreement;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.timerules.Clock;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** Our copy of an agreement. */
record KnownAgreement(UUID id, List<GroupParty> parties, Map<String, String> facts) {

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
                heard.facts());
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
