package org.moutracker.workinggroups.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** Does something with a meeting: its group is locked first, then itself, and deadlines after both. */
@ApplicationScoped
class ChangeMeeting {

    /** What is done. */
    interface Command {
        MeetingEvent on(Meeting meeting, WorkingGroup group, Instant now);
    }

    /** Likewise; empty when it changes nothing that others see. */
    interface Attempt {
        Optional<MeetingEvent> on(Meeting meeting, WorkingGroup group, Instant now);
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
        return perhaps(id, ifMatch, cause, (meeting, group, now) -> Optional.of(command.on(meeting, group, now)));
    }

    /** Likewise, where perhaps nothing comes of it. */
    MeetingView perhaps(UUID id, @Nullable String ifMatch, String cause, Attempt attempt) {
        var group = groups.lock(meetings.groupOf(id));
        var meeting = meetings.lock(id);
        Versions.allow(ifMatch, meeting.version);
        var now = clock.instant();
        attempt.on(meeting, group, now).ifPresent(event -> {
            ledger.tell(event, cause, caller.name());
            followMeetings.follow(event, meeting, group, now, caller.name());
        });
        meetings.flush();
        return views.of(meeting);
    }
}
