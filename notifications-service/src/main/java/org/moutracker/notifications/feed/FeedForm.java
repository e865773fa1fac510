package org.moutracker.notifications.feed;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** Whose calendar is asked for. */
@Schema(name = "CalendarFeedRequest", description = "Whose calendar is asked for: a person's, or a group's.")
record FeedForm(
        @Schema(
                nullable = true,
                description = "A person: deadlines and meetings of the groups that the person is in",
                examples = "01995778-6000-7000-8000-00000000f001")
        @Nullable
        UUID person,

        @Schema(
                nullable = true,
                description = "A group: its deadlines, without those that are internal to one side, and its meetings",
                examples = "01995778-5a80-7000-8000-00000000e001")
        @Nullable
        UUID workingGroup) {

    void check() {
        if ((person == null) == (workingGroup == null)) {
            throw new InvalidRequest("person", "either this or workingGroup must be there, and not both");
        }
    }
}
