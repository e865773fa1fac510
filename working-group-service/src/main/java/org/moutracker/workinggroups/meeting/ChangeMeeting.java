package org.moutracker.workinggroups.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** Does something with a meeting: its group is locked first, then itself, and deadlines after both. */
@ApplicationScoped
class ChangeMeeting {

    /** What is done; empty when it changes nothing that others see. */
    interface Command {
        Optional<MeetingEvent> on(Meeting meeting, WorkingGroup group);
    }

    private final MeetingRepository meetings;
    private final WorkingGroupRepository groups;
    private final MeetingLedger ledger;
    private final FollowMeetings followMeetings;
    private final MeetingViews views;
    private final Caller caller;
    private final InstantSource clock;

    ChangeMeeting(
            MeetingRepository meetings,
            WorkingGroupRepository groups,
            MeetingLedger ledger,
            FollowMeetings followMeetings,
            MeetingViews views,
            Caller caller,
            InstantSource clock) {
        this.meetings = meetings;
        this.groups = groups;
        this.ledger = ledger;
        this.followMeetings = followMeetings;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param cause what was done and why, for the history
     */
    MeetingView by(UUID id, @Nullable String ifMatch, String cause, Command command) {
        var group = groups.lock(meetings.groupOf(id));
        var meeting = meetings.lock(id);
        if (ifMatch != null) {
            Versions.require(ifMatch, meeting.version);
        }
        command.on(meeting, group).ifPresent(event -> {
            ledger.tell(event, cause, caller.name());
            followMeetings.follow(event, meeting, group, clock.instant(), caller.name());
        });
        meetings.flush();
        return views.of(meeting);
    }
}
