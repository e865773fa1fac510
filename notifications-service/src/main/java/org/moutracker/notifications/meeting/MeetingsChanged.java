package org.moutracker.notifications.meeting;

import java.util.List;

/** These meetings are no longer what they were; told within the transaction that keeps them. */
public record MeetingsChanged(List<Meeting> meetings) {}
