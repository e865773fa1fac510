package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail as its templates need it: every line said, only layout is left. */
public record MailText(
        Language language,
        String subject,
        String greeting,
        String step,
        @Nullable String escalation,
        String title,
        @Nullable String group,
        @Nullable String agreement,
        String lastDay,
        List<Line> clocks,
        List<Reason> reason,
        List<String> missing,
        List<String> others,
        String footer,
        Actions actions) {

    /** Something, and what it is. */
    public record Line(String name, String text) {}

    /**
     * A link of the chain that says why.
     *
     * @param words what is said of it beyond that and is known in English alone
     */
    public record Reason(String name, String text, @Nullable String words) {}
}
