package org.moutracker.notifications.hold;

/** What a hold keeps back. */
enum HoldScope {
    /** Whatever would be sent, the links by which addresses are verified among it. */
    ALL,
    /** What tells of one agreement, be it beside others. */
    AGREEMENT,
    /** What goes one way. */
    CHANNEL
}
