package org.moutracker.notifications.recipient;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A person together with what is known of the address.
 *
 * @param verified whether somebody has shown that its owner reads it
 */
public record Recipient(Person person, boolean verified) {

    public String name() {
        return person.name();
    }

    /** Where official content may go: to an address that is verified, and to no other. */
    public Optional<String> mailbox() {
        return person.mailbox().filter(address -> verified);
    }

    public Optional<ZoneId> clock() {
        return person.clock();
    }

    /** Whether there is an address that nobody has verified. */
    public boolean awaitsVerification() {
        return !verified && person.mailbox().isPresent();
    }
}
