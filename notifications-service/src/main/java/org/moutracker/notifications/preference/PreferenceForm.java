package org.moutracker.notifications.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that somebody prefers. */
@Schema(
        name = "NewPreferences",
        description = "All that somebody prefers; what is there already is replaced as a whole.")
record PreferenceForm(
        @Valid @Schema(nullable = true) @Nullable QuietHoursForm quietHours,

        @NotNull @Valid @Schema(required = true) DigestForm digest,

        @NotNull @Valid @Schema(required = true) MailsForm mails) {

    Wishes wishes() {
        return new Wishes(quietHours == null ? QuietHours.NONE : quietHours.hours(), digest.time(), mails.unwanted())
                .require();
    }
}
