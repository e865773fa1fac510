package org.moutracker.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail about what was reported done, as its templates need it: every line said, only layout is left.
 *
 * @param lines what it is about
 * @param quoted what somebody has written; null when nobody has
 * @param button null unless there is something to decide
 */
record DoneReportText(
        Language language,
        String subject,
        String greeting,
        String what,
        List<MailText.Line> lines,
        MailText.@Nullable Line quoted,
        String so,
        Actions.@Nullable Button button,
        @Nullable String until,
        String footer) {}
