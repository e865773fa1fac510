package org.moutracker.notifications.mail;

import java.util.UUID;
import org.moutracker.notifications.plan.MailKind;

/** That somebody gets mails of a kind, which he can put an end to. */
public record OptOut(UUID recipientId, MailKind kind) {

    public OptOut {
        if (kind.isMandatory()) {
            throw new IllegalArgumentException("nobody can do without mails of the kind " + kind);
        }
    }
}
