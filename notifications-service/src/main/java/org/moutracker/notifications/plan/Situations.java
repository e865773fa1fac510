package org.moutracker.notifications.plan;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.agreement.Agreements;
import org.moutracker.notifications.calendar.Calendars;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Deadlines;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.WorkingGroups;

/** Brings together what is known around many deadlines, in a handful of queries however many they are. */
@ApplicationScoped
public class Situations {

    private final Deadlines deadlines;
    private final Agreements agreements;
    private final WorkingGroups groups;
    private final Recipients recipients;
    private final Calendars calendars;
    private final Surroundings surroundings;

    Situations(
            Deadlines deadlines,
            Agreements agreements,
            WorkingGroups groups,
            Recipients recipients,
            Calendars calendars,
            Surroundings surroundings) {
        this.deadlines = deadlines;
        this.agreements = agreements;
        this.groups = groups;
        this.recipients = recipients;
        this.calendars = calendars;
        this.surroundings = surroundings;
    }

    public List<Situation> of(List<Plan> plans) {
        var deadline = deadlines.find(plans.stream().map(Plan::deadlineId).toList());
        var agreement = agreements.find(ids(deadline.values(), Deadline::agreementId));
        var groupIds = ids(deadline.values(), Deadline::workingGroupId);
        var group = groups.find(groupIds);
        var members = groups.members(groupIds);
        var around = surroundings.of(agreement.values());
        var people = recipients.findWithDeputies(Stream.concat(
                        around.people(),
                        members.values().stream().flatMap(List::stream).map(Member::personId))
                .collect(toSet()));
        var calendar = calendars.find(agreement.values().stream()
                .map(Agreement::parties)
                .flatMap(List::stream)
                .map(Agreement.Party::calendar)
                .flatMap(Optional::stream)
                .collect(toSet()));
        var situations = new ArrayList<Situation>();
        for (var plan : plans) {
            var of = Objects.requireNonNull(deadline.get(plan.deadlineId()));
            var under = of.agreementId() == null ? null : agreement.get(of.agreementId());
            situations.add(new Situation(
                    plan,
                    of,
                    under,
                    of.workingGroupId() == null ? null : group.get(of.workingGroupId()),
                    of.workingGroupId() == null ? List.of() : members.getOrDefault(of.workingGroupId(), List.of()),
                    people,
                    calendar,
                    around.standby(under),
                    around.silenced(under)));
        }
        return situations;
    }

    private static Collection<java.util.UUID> ids(
            Collection<Deadline> deadlines,
            java.util.function.Function<Deadline, java.util.@org.jspecify.annotations.Nullable UUID> id) {
        return deadlines.stream().map(id).flatMap(Stream::ofNullable).collect(toSet());
    }
}
