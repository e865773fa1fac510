package org.moutracker.notifications.verification;

/** How it is known that the owner of an address reads it. */
enum Verified {
    /** By the button behind the link that was sent there. */
    BY_LINK,
    /** An official says so. */
    VOUCHED,
    /** Mails went there before addresses were verified. */
    BEFORE_VERIFICATION
}
