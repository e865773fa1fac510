package org.moutracker.workinggroups.agreement;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.Circumstances;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository.Seen;

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
            return Optional.ofNullable(agreement).map(id -> of(List.of(id)).get(id));
        }
        return groups.seen(workingGroup)
                .filter(group -> agreement == null || group.agreements().contains(agreement))
                .flatMap(group -> recorded(group, agreement, agreements.known(group.agreements())));
    }

    @Override
    public Map<UUID, Recorded> of(List<UUID> ids) {
        var those = groups.seeingTo(ids);
        return agreements.known(ids).values().stream()
                .map(agreement -> recorded(agreement.withGroups(those)))
                .collect(toMap(Recorded::agreementId, recorded -> recorded));
    }

    /** Of a group, with one of its agreements: the one that is named, or the first that is known and no mistake. */
    static Optional<Recorded> recorded(Seen group, @Nullable UUID agreement, Map<UUID, KnownAgreement> known) {
        var own = group.agreements().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .sorted(comparing(KnownAgreement::isVoid))
                .toList();
        return own.stream()
                .filter(one -> agreement == null || one.id().equals(agreement))
                .findFirst()
                .map(one -> recorded(
                        one.asOf(group),
                        group.id(),
                        // A group stands still only while all that it sees to does.
                        Suspension.common(
                                own.stream().map(RecordedCircumstances::whole).toList())));
    }

    static Recorded recorded(KnownAgreement agreement) {
        return recorded(agreement, null, whole(agreement));
    }

    // Of what people enter nobody says to which areas it belongs: a part that is suspended stops none of it.
    private static List<Suspension> whole(KnownAgreement agreement) {
        return agreement.suspensions().stream()
                .filter(suspension -> suspension.areas().isEmpty())
                .toList();
    }

    private static Recorded recorded(
            KnownAgreement agreement, @Nullable UUID workingGroup, List<Suspension> suspensions) {
        return new Recorded(
                agreement.id(),
                workingGroup,
                agreement.parties().stream().collect(toMap(GroupParty::code, GroupParty::side)),
                agreement.zones(),
                agreement.facts(),
                suspensions,
                agreement.happened());
    }
}
