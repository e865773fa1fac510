package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail as its templates need it: every line said, only layout is left. */
public record MailText(
        String subject,
        String greeting,
        String step,
        @Nullable String escalation,
        String title,
        @Nullable String group,
        @Nullable String agreement,
        String lastDay,
        List<Line> clocks,
        List<Line> reason,
        List<String> missing,
        List<String> others,
        String footer) {

    /** Something, and what it is. */
    public record Line(String name, String text) {}
}
