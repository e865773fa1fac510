package org.moutracker.notifications.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.recipient.Recipient;

/**
 * What a step says to many readers.
 *
 * @param letter without what is for one of them alone
 * @param names of those whom it names, as far as they are known
 */
record Shared(Letter.OfStep letter, Map<UUID, Recipient> names) {

    static Shared of(Letter.OfStep letter, Map<UUID, Recipient> known) {
        var names = new HashMap<UUID, Recipient>();
        for (var peer : letter.content().responsible()) {
            var person = known.get(peer.id());
            if (person != null) {
                names.put(peer.id(), person);
            }
        }
        return new Shared(letter.forAll(names.keySet()), names);
    }

    @Override
    public String toString() {
        return letter.toString();
    }
}
