package org.moutracker.notifications.invitation;

import org.moutracker.notifications.mail.InvitationContent.News;

/** What is owed to somebody who was heard of as invited. */
sealed interface Owed {

    /** What he knows, or is about to hear, is true. */
    record Nothing() implements Owed {}

    /** Nothing, and what he is about to hear is not true any more. */
    record Silence() implements Owed {}

    /** The meeting in his calendar. */
    record Invitation(int sequence) implements Owed {}

    /** The meeting out of his calendar. */
    record Withdrawal(int sequence, News why) implements Owed {}

    /** That minutes were circulated. */
    record Minutes(int round) implements Owed {}
}
