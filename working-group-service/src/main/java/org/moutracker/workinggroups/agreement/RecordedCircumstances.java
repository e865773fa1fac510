package org.moutracker.workinggroups.agreement;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.Circumstances;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** What is recorded here of agreements and groups. */
@ApplicationScoped
class RecordedCircumstances implements Circumstances {

    private final Agreements agreements;
    private final WorkingGroupRepository groups;

    RecordedCircumstances(Agreements agreements, WorkingGroupRepository groups) {
        this.agreements = agreements;
        this.groups = groups;
    }

    @Override
    public Optional<Recorded> of(@Nullable UUID agreement, @Nullable UUID workingGroup) {
        if (workingGroup == null) {
            return agreement == null ? Optional.empty() : one(agreement, null);
        }
        return groups.agreementsOf(workingGroup)
                .filter(those -> agreement == null || those.contains(agreement))
                .flatMap(those -> one(agreement == null ? those.getFirst() : agreement, workingGroup));
    }

    private Optional<Recorded> one(UUID agreement, @Nullable UUID workingGroup) {
        return Optional.ofNullable(known(List.of(agreement)).get(agreement))
                .map(known -> recorded(known, workingGroup));
    }

    @Override
    public Map<UUID, Recorded> of(List<UUID> ids) {
        return known(ids).values().stream()
                .map(agreement -> recorded(agreement, null))
                .collect(toMap(Recorded::agreementId, recorded -> recorded));
    }

    private Map<UUID, KnownAgreement> known(List<UUID> ids) {
        var established = groups.established(ids);
        return agreements.known(ids).values().stream()
                .map(agreement -> agreement.withGroup(established.get(agreement.id())))
                .collect(toMap(KnownAgreement::id, agreement -> agreement));
    }

    static Recorded recorded(KnownAgreement agreement, @Nullable UUID workingGroup) {
        return new Recorded(
                agreement.id(),
                workingGroup,
                agreement.parties().stream().collect(toMap(GroupParty::code, GroupParty::side)),
                agreement.zones(),
                agreement.facts(),
                // Of what people enter nobody says to which areas it belongs: a part that is suspended stops none of
                // it.
                agreement.suspensions().stream()
                        .filter(suspension -> suspension.areas().isEmpty())
                        .toList(),
                agreement.happened());
    }
}
