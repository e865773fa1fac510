package org.moutracker.notifications.action;

import org.moutracker.notifications.alert.EndedBecause;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.mail.ActionMessages;

/** Why there is nothing more to do about an alert. */
enum Over {
    MET,
    MOVED,
    PAUSED,
    CANCELLED,
    /** Its recipient does not answer for it any more. */
    LEFT;

    /** Of an alert that has ended, by what its deadline is now: of one that still runs the recipient has left. */
    static Over of(EndedBecause because, DeadlineStatus status) {
        return switch (because) {
            case SATISFIED -> MET;
            case SUPERSEDED -> MOVED;
            case CANCELLED, SKIPPED, EXPIRED, EXHAUSTED ->
                switch (status) {
                    case ACTIVE -> LEFT;
                    case AWAITING_ANCHOR, PAUSED -> PAUSED;
                    case MET -> MET;
                    case WAIVED, CANCELLED, LAPSED -> CANCELLED;
                };
        };
    }

    String in(ActionMessages say) {
        return switch (this) {
            case MET -> say.met();
            case MOVED -> say.moved();
            case PAUSED -> say.paused();
            case CANCELLED -> say.cancelled();
            case LEFT -> say.left();
        };
    }
}
