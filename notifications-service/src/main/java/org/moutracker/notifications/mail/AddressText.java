package org.moutracker.notifications.mail;

/** A mail that asks whether it has arrived, as its templates need it: every line said, only layout is left. */
record AddressText(
        Language language,
        String subject,
        String greeting,
        String who,
        String please,
        String button,
        String link,
        String until,
        String otherwise,
        String footer) {}
