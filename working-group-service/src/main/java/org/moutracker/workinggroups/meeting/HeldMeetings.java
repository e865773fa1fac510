package org.moutracker.workinggroups.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Answers for meetings at which something can have been decided. */
@ApplicationScoped
public class HeldMeetings {

    private final MeetingRepository meetings;

    HeldMeetings(MeetingRepository meetings) {
        this.meetings = meetings;
    }

    /**
     * A meeting that was held.
     *
     * @param day on which it began, where it was held
     */
    public record Held(UUID group, LocalDate day, boolean quorate) {}

    /** Empty for one that is not known, was not held, or was entered by mistake. */
    public Optional<Held> held(UUID id) {
        return meetings.findByIdOptional(id)
                .filter(meeting -> meeting.status.isHeld())
                .flatMap(meeting -> Optional.ofNullable(meeting.sitting.heldOn())
                        .map(day -> new Held(meeting.workingGroupId, day, meeting.isQuorate())));
    }
}
