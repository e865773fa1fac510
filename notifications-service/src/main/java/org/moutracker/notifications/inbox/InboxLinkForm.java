package org.moutracker.notifications.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For how long a link is to open an inbox. */
@Schema(name = "NewInboxLink", description = "For how long a link is to open an inbox. All of it can be left out.")
record InboxLinkForm(
        @Schema(description = "PT1M to P7D; PT1H unless told.", examples = "P2D", nullable = true) @Nullable
        String validFor) {}
