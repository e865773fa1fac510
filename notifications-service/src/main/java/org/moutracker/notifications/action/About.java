package org.moutracker.notifications.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText;

/**
 * What a page is about: a deadline as mails describe it, and how it stands now.
 *
 * @param knowing who has said that he sees to it
 */
public record About(MailText mail, List<Knowing> knowing, String state) {

    /** Somebody sees to it until a time. */
    public record Knowing(
            String name, String until, @Nullable String note) {}
}
