package org.moutracker.notifications.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the page behind a link is for. */
public enum Action {
    /** To say that one knows, and sees to it. */
    ACKNOWLEDGE,
    /** To hear of it later. */
    SNOOZE,
    /** To report that it is done. */
    DONE,
    /** To see what it is about. */
    OPEN,
    /** To say whether what was reported done is done. */
    DECIDE;

    /** As it stands in a link. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Action> named(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }
}
