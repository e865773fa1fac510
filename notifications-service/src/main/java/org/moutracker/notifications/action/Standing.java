package org.moutracker.notifications.action;

import org.moutracker.notifications.alert.LinkedAlert;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.recipient.Recipient;

/** How an alert stands at the moment at which its link is followed. */
sealed interface Standing {

    /** Its recipient still answers for a deadline that still runs to the same day. */
    record Open(LinkedAlert alert, Recipient reader, Outlook outlook, Due due) implements Standing {

        boolean canBeDone() {
            return !outlook.situation().deadline().isWatch();
        }
    }

    /** Nothing can be said of it any more. */
    record Ended(Over over) implements Standing {}
}
