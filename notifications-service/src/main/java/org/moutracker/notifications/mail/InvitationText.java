package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText.Line;

/** A mail about a meeting as its templates need it: every line said, only layout is left. */
record InvitationText(
        Language language,
        String subject,
        String greeting,
        String what,
        @Nullable String before,
        String title,
        @Nullable String group,
        List<Line> clocks,
        List<Line> where,
        List<String> agenda,
        @Nullable String answer,
        String footer) {}
