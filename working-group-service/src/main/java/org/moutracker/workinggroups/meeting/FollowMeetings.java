package org.moutracker.workinggroups.meeting;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.workinggroups.deadline.FollowRecords;
import org.moutracker.workinggroups.workinggroup.GroupLedger;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** What follows from a meeting for its group and for deadlines, in the transaction that has changed it. */
@ApplicationScoped
class FollowMeetings {

    private final MeetingRepository meetings;
    private final PlanMeetings planMeetings;
    private final KeepMinutes keepMinutes;
    private final FollowRecords records;
    private final GroupLedger groups;

    FollowMeetings(
            MeetingRepository meetings,
            PlanMeetings planMeetings,
            KeepMinutes keepMinutes,
            FollowRecords records,
            GroupLedger groups) {
        this.meetings = meetings;
        this.planMeetings = planMeetings;
        this.keepMinutes = keepMinutes;
        this.records = records;
        this.groups = groups;
    }

    void follow(MeetingEvent event, Meeting meeting, WorkingGroup group, Instant now, String who) {
        // Whatever is asked of the meetings of the group has to find this one as it is now.
        meetings.flush();
        switch (event) {
            // Who receives the others next may be another.
            case MeetingEvent.MeetingPlanned _, MeetingEvent.MeetingCancelled _, MeetingEvent.MeetingPostponed _ ->
                planMeetings.follow(group, who);
            case MeetingEvent.MeetingHeld _ -> held(meeting, group, now, who);
            case MeetingEvent.MeetingVoided _ -> voided(meeting, group, now, who);
            case MeetingEvent.MeetingMinutesCirculated _ -> keepMinutes.circulated(meeting, group, who);
            case MeetingEvent.MeetingMinutesAgreed _, MeetingEvent.MeetingMinutesDisputed _ ->
                keepMinutes.said(meeting, who);
            case MeetingEvent.MeetingChanged _ -> {
                if (meeting.status == MeetingStatus.MINUTES_CIRCULATED) {
                    keepMinutes.said(meeting, who);
                }
                if (meeting.status.isToCome()) {
                    planMeetings.follow(group, who);
                }
            }
            case MeetingEvent.MeetingConvened _, MeetingEvent.MeetingAnswered _ -> {}
        }
    }

    private void held(Meeting meeting, WorkingGroup group, Instant now, String who) {
        groups.tell(group.met(requireNonNull(meeting.sitting.heldOn())), who);
        meetings.flush();
        records.happened(
                group.id(), group.agreements(), AnchorEvent.PREVIOUS_MEETING, requireNonNull(group.lastMetOn()), now);
        planMeetings.follow(group, who);
        keepMinutes.held(meeting, group, who);
    }

    private void voided(Meeting meeting, WorkingGroup group, Instant now, String who) {
        if (meeting.sitting.heldOn() != null) {
            var days = meetings.daysOf(group.id());
            groups.tell(group.remember(first(days), first(days.reversed())), who);
            meetings.flush();
            records.corrected(group.id(), group.agreements(), AnchorEvent.PREVIOUS_MEETING, group.lastMetOn(), now);
            keepMinutes.voided(meeting, who);
        }
        planMeetings.follow(group, who);
    }

    private static @Nullable LocalDate first(List<LocalDate> days) {
        return days.isEmpty() ? null : days.getFirst();
    }
}
