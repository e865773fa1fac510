package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A digest as its templates need it: every line said, only layout is left. */
record DigestText(
        Language language,
        String subject,
        String greeting,
        String intro,
        String lastDay,
        List<Part> parts,
        String once,
        String footer) {

    /**
     * Some of what it lists.
     *
     * @param more how many others there are; null when there are none
     */
    record Part(String title, List<Line> lines, @Nullable String more) {}

    /** A deadline: what, of what, and its last day with how far that is off. */
    record Line(
            String title,
            @Nullable String of,
            String when,
            @Nullable String step) {}
}
