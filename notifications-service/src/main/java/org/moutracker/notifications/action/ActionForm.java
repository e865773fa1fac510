package org.moutracker.notifications.action;

import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a page sends. Which of it counts depends on the link; whatever cannot be meant is said on the page. */
class ActionForm {

    static final int LONGEST = 2000;

    @FormParam("note")
    @Schema(nullable = true, description = "Acknowledging, reporting: what others may want to know.")
    @Nullable
    String note;

    @FormParam("until")
    @Schema(nullable = true, description = "Acknowledging: until the morning of which day.", examples = "2025-10-08")
    @Nullable
    String until;

    @FormParam("days")
    @Schema(nullable = true, description = "Snoozing: for how many days, 1, 3 or 7.", examples = "3")
    @Nullable
    String days;

    @FormParam("on")
    @Schema(nullable = true, description = "Reporting: on which day it was done.", examples = "2025-10-14")
    @Nullable
    String on;

    @FormParam("decision")
    @Schema(nullable = true, description = "Deciding: confirm or decline.", examples = "confirm")
    @Nullable
    String decision;

    @FormParam("reason")
    @Schema(nullable = true, description = "Declining: why it is not done.")
    @Nullable
    String reason;

    /** What somebody wrote; null for nothing. */
    @Nullable
    String note() {
        return text(note);
    }

    @Nullable
    String reason() {
        return text(reason);
    }

    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    static boolean isTooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    /** Empty for what is no day. */
    static Optional<LocalDate> day(@Nullable String sent) {
        try {
            return Optional.ofNullable(text(sent)).map(LocalDate::parse);
        } catch (DateTimeException nobodyKnowsThatDay) {
            return Optional.empty();
        }
    }
}
