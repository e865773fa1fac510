package org.moutracker.notifications.mail;

import jakarta.mail.internet.AddressException;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.recipient.Recipient;

/** Writes letters that were claimed together, with the names of those whom they name. Threads may share it. */
public final class Mails {

    private final ComposeMail compose;
    private final Map<UUID, Recipient> names;

    Mails(ComposeMail compose, Map<UUID, Recipient> names) {
        this.compose = compose;
        this.names = names;
    }

    /** The mail, unless its reader has an address that is none. */
    public Mail write(Letter letter) throws AddressException {
        return compose.write(letter, names);
    }
}
