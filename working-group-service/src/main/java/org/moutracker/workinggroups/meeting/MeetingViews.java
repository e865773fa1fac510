package org.moutracker.workinggroups.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.moutracker.workinggroups.person.People;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** Shows a meeting, with the names and the clocks that stand elsewhere. */
@ApplicationScoped
class MeetingViews {

    private final MeetingRepository meetings;
    private final WorkingGroupRepository groups;
    private final People people;
    private final InstantSource clock;

    MeetingViews(MeetingRepository meetings, WorkingGroupRepository groups, People people, InstantSource clock) {
        this.meetings = meetings;
        this.groups = groups;
        this.people = people;
        this.clock = clock;
    }

    MeetingView of(UUID id) {
        return of(meetings.get(id));
    }

    MeetingView of(Meeting meeting) {
        var parties = groups.parties(List.of(meeting.workingGroupId)).getOrDefault(meeting.workingGroupId, List.of());
        var persons = people.find(
                meeting.invitations.invitees().stream().map(Invitee::personId).toList());
        return MeetingView.of(meeting, parties, groups.presidency(meeting.workingGroupId), persons, clock.instant());
    }

    /** A page of a list. */
    List<MeetingSummary> summaries(List<MeetingRow> rows) {
        var parties =
                groups.parties(rows.stream().map(MeetingRow::workingGroupId).toList());
        return rows.stream()
                .map(row -> MeetingSummary.of(row, parties.getOrDefault(row.workingGroupId(), List.of())))
                .toList();
    }
}
