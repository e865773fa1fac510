package org.moutracker.notifications.invitation;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.agreement.Agreements;
import org.moutracker.notifications.mail.AlertContent.SideClock;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.notifications.workinggroup.GroupSummary;
import org.moutracker.notifications.workinggroup.WorkingGroups;

/** What is known around meetings: their groups, the agreements of these, and the people. */
record Known(
        Map<UUID, GroupSummary> groups,
        Map<UUID, List<UUID>> agreementsOf,
        Map<UUID, Agreement> agreements,
        Map<UUID, Recipient> people) {

    /** Looks it up, in a handful of queries however many meetings there are. */
    @ApplicationScoped
    static class Look {
        private final WorkingGroups groups;
        private final Agreements agreements;
        private final Recipients recipients;

        Look(WorkingGroups groups, Agreements agreements, Recipients recipients) {
            this.groups = groups;
            this.agreements = agreements;
            this.recipients = recipients;
        }

        Known around(List<Meeting> meetings, Collection<UUID> people) {
            var ids = meetings.stream().map(Meeting::workingGroupId).collect(toSet());
            var of = groups.agreements(ids);
            return new Known(
                    groups.find(ids),
                    of,
                    agreements.find(of.values().stream().flatMap(List::stream).collect(toSet())),
                    recipients.find(people));
        }
    }

    /** Null while the group was not heard of. */
    @Nullable
    String groupName(Meeting meeting) {
        var group = groups.get(meeting.workingGroupId());
        return group == null ? null : group.name();
    }

    /** Null while he, or his address, is not known. */
    @Nullable
    String mailbox(UUID person) {
        return Optional.ofNullable(people.get(person))
                .flatMap(Recipient::mailbox)
                .orElse(null);
    }

    private Stream<Agreement.Party> parties(Meeting meeting) {
        return agreementsOf.getOrDefault(meeting.workingGroupId(), List.of()).stream()
                .map(agreements::get)
                .filter(Objects::nonNull)
                .flatMap(agreement -> agreement.parties().stream());
    }

    /** The clocks by which the sides live. */
    List<SideClock> clocks(Meeting meeting) {
        return parties(meeting)
                .flatMap(party -> party.zone().stream().map(zone -> new SideClock(party.standsOn(), zone.getId())))
                .distinct()
                .toList();
    }

    /** His own clock, or his party's, or the one of the place. */
    ZoneId zone(Meeting meeting, UUID person, @Nullable String party) {
        return Optional.ofNullable(people.get(person))
                .flatMap(Recipient::clock)
                .or(() -> parties(meeting)
                        .filter(one -> one.code().equals(party))
                        .flatMap(one -> one.zone().stream())
                        .findFirst())
                .or(() -> zone(meeting.zone()))
                .orElse(ZoneId.of("UTC"));
    }

    private static Optional<ZoneId> zone(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
