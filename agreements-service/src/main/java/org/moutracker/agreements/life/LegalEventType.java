package org.moutracker.agreements.life;

/** What can happen to an agreement in law, and who records it. */
public enum LegalEventType {
    /** A party signed: recorded with its signature. */
    SIGNED(Recorded.WITH_ITS_CAUSE, false),
    NOTIFICATION_SENT(Recorded.BY_CALLERS, false),
    NOTIFICATION_RECEIVED(Recorded.BY_CALLERS, false),
    RATIFICATION_EXCHANGED(Recorded.BY_CALLERS, false),
    PROVISIONALLY_APPLIED(Recorded.BY_CALLERS, true),
    /** The rule of entry into force was fulfilled: recorded by the system. */
    ENTERED_INTO_FORCE(Recorded.BY_THE_SYSTEM, true),
    PUBLISHED(Recorded.BY_CALLERS, false),
    OPERATION_STARTED(Recorded.BY_CALLERS, false),
    /** An amendment took effect: recorded by the system. */
    AMENDED(Recorded.BY_THE_SYSTEM, false),
    /** Recorded by callers when it is express and by the system when it is tacit. */
    RENEWED(Recorded.BY_CALLERS, true),
    RENEWAL_OBJECTED(Recorded.BY_CALLERS, true),
    SUSPENDED(Recorded.BY_CALLERS, true),
    RESUMED(Recorded.BY_CALLERS, true),
    TERMINATION_NOTICE_GIVEN(Recorded.BY_CALLERS, true),
    TERMINATION_NOTICE_WITHDRAWN(Recorded.BY_CALLERS, true),
    /** Recorded by the system when the notice takes effect, by callers when the parties let it end earlier. */
    TERMINATED(Recorded.BY_CALLERS, true),
    /** The term is over: recorded by the system. */
    EXPIRED(Recorded.BY_THE_SYSTEM, true),
    SUPERSEDED(Recorded.BY_CALLERS, true),
    ABANDONED(Recorded.BY_CALLERS, true),
    /** Another line was recorded wrongly: recorded below that line. */
    CORRECTED(Recorded.WITH_ITS_CAUSE, false),
    STATEMENT_MADE(Recorded.BY_CALLERS, false);

    private enum Recorded {
        BY_CALLERS,
        BY_THE_SYSTEM,
        WITH_ITS_CAUSE
    }

    private final Recorded recorded;
    private final boolean moving;

    LegalEventType(Recorded recorded, boolean moving) {
        this.recorded = recorded;
        this.moving = moving;
    }

    /** Whether a caller records it by itself; the others follow from what he records. */
    public boolean isRecordable() {
        return recorded == Recorded.BY_CALLERS;
    }

    /** Whether the status, the term or the suspension follows from it, so that its day must be known in full. */
    public boolean isMoving() {
        return moving;
    }

    /** Whether it is one party's own act, so that it must be said whose. */
    public boolean isOfOneParty() {
        return this == RENEWAL_OBJECTED || this == TERMINATION_NOTICE_GIVEN;
    }

    /** Whether it can only happen to what has been signed. */
    public boolean followsSignature() {
        return this != SIGNED && this != STATEMENT_MADE && this != CORRECTED;
    }

    /** Whether it can only happen to what is or was in force. */
    public boolean followsEntryIntoForce() {
        return moving && this != PROVISIONALLY_APPLIED && this != ENTERED_INTO_FORCE && this != ABANDONED;
    }
}
