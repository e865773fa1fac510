package org.moutracker.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail before it is addressed, encoded.
 *
 * @param subject as it stands in the header
 * @param calendar null where none belongs to it
 */
record Draft(
        Language language,
        String subject,
        Gapped text,
        Gapped html,
        @Nullable CalendarPart calendar) {}
