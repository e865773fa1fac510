package org.moutracker.workinggroups.feed;

import java.util.List;
import java.util.UUID;

/**
 * Whose calendar it is.
 *
 * @param zones on whose clocks an instant is written, each with those who live by it
 */
record FeedGroup(UUID id, String name, List<Clock> zones, List<FeedDeadline> deadlines, List<FeedMeeting> meetings) {

    /** A zone and the codes of the parties in it. */
    record Clock(String zone, String parties) {}
}
