package org.moutracker.notifications.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a mail server says became of a message of ours. Strangers can write one, too.
 *
 * @param delivery the message that it says it is about
 * @param address whom the message was to, as the server spells it
 * @param status by RFC 3463, such as 5.1.1
 */
public record Bounce(UUID delivery, String address, Action action, String status) {

    /** What the server has done. */
    enum Action {
        /** It gave up. */
        FAILED,
        /** It goes on trying. */
        DELAYED;

        /** Empty for what is good news. */
        static Optional<Action> named(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "failed" -> Optional.of(FAILED);
                case "delayed" -> Optional.of(DELAYED);
                default -> Optional.empty();
            };
        }
    }

    /** Whether no message will ever arrive there, and not this one alone. */
    boolean isPermanent() {
        return action == Action.FAILED && status.startsWith("5.");
    }

    @Override
    public String toString() {
        return "Bounce[" + delivery + " " + action + " " + status + "]";
    }
}
