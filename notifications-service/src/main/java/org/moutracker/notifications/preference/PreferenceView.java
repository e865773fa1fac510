package org.moutracker.notifications.preference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody prefers, and what it is read by. */
@Schema(name = "Preferences", description = "When and how somebody wants to be written to.")
record PreferenceView(
        @Schema(required = true) UUID recipientId,

        @Schema(required = true, nullable = true) @Nullable QuietHoursForm quietHours,

        @Schema(required = true) DigestForm digest,

        @Schema(
                required = true,
                nullable = true,
                description = "When the next digest comes, or one with what an import brought; null when none does.")
        @Nullable
        Instant nextDigestAt,

        @Schema(required = true) MailsForm mails,

        @Schema(required = true) Effective effective,

        @JsonIgnore @Schema(hidden = true) long version) {

    /** What is known of him elsewhere and counts here. */
    @Schema(
            name = "EffectivePreferences",
            description = "What is told by the service that keeps people, where it is changed, and counts here.")
    record Effective(
            @Schema(
                    required = true,
                    description =
                            "By whose clocks times are meant: the person's, else those by which he was last told, else"
                                    + " UTC.",
                    examples = "Asia/Karachi")
            String zone,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "BCP 47; null while it is not known.",
                    examples = "ur")
            @Nullable
            String language,

            @Schema(
                    required = true,
                    description = "By which what can be done without comes at all.",
                    examples = "[\"MAIL\", \"IN_APP\"]")
            List<String> channels) {}
}
