package org.moutracker.notifications.mail;

import java.util.List;

/**
 * What the reader of a mail can do, as its templates need it.
 *
 * @param until until when, and what a link does by itself
 */
public record Actions(Language language, String heading, List<Button> buttons, String until) {

    /** Something to do, and the page for it. */
    public record Button(String label, String address) {}
}
