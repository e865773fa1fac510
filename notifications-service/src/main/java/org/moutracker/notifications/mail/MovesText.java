package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail about moves as its templates need it: every line said, only layout is left. */
record MovesText(
        Language language,
        String subject,
        String greeting,
        String what,
        List<Group> groups,
        @Nullable String more,
        String footer) {

    /** What moved for one and the same reason. */
    record Group(String cause, List<Item> items) {}

    /** One deadline and its two days. */
    record Item(String title, @Nullable String of, String before, String since) {}
}
