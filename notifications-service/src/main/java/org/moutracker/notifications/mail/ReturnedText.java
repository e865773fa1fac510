package org.moutracker.notifications.mail;

/** A mail that says that mails to somebody come back, as its templates need it: every line said, only layout is left. */
record ReturnedText(
        Language language,
        String subject,
        String greeting,
        String what,
        String member,
        String person,
        String group,
        String groupName,
        String address,
        String masked,
        String answer,
        String status,
        String so,
        String please,
        String footer) {}
