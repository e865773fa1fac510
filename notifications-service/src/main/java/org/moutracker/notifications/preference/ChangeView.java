package org.moutracker.notifications.preference;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of what somebody prefers, and what it was since. */
@Schema(name = "PreferenceChange", description = "Who changed what somebody prefers, when, and to what.")
record ChangeView(
        @Schema(required = true, examples = "2") long version,
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "API: with a token. LINK: by the link of a mail.")
        Change.How how,

        @Schema(
                required = true,
                nullable = true,
                description = "As the token names him; null for a link.",
                examples = "registrar")
        @Nullable
        String by,

        @Schema(required = true, nullable = true) @Nullable QuietHoursForm quietHours,
        @Schema(required = true) DigestForm digest,
        @Schema(required = true) MailsForm mails) {

    static ChangeView of(Change change) {
        var wishes = change.wishes();
        return new ChangeView(
                change.version(),
                change.at(),
                change.how(),
                change.by(),
                QuietHoursForm.of(wishes.quietHours()),
                DigestForm.of(wishes.digest()),
                MailsForm.of(wishes));
    }

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "PreferenceChangePage", description = "One page of changes.")
    record Page(
            @Schema(required = true) List<ChangeView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
