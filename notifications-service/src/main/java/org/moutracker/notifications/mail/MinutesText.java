package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText.Line;

/**
 * A mail about circulated minutes as its templates need it.
 *
 * @param link the document's address, if it can be followed
 */
record MinutesText(
        Language language,
        String subject,
        String greeting,
        String what,
        String title,
        @Nullable String group,
        @Nullable String held,
        @Nullable String document,
        @Nullable String link,
        @Nullable String silence,
        List<Line> until,
        String footer) {}
