package org.moutracker.agreements.agreement;

/** What can happen to an agreement in law, and who records it. */
public enum LegalEventType {
    /** A party signed: recorded with its signature. */
    SIGNED(false),
    /** The rule of entry into force was fulfilled: recorded by the system. */
    ENTERED_INTO_FORCE(false),
    NOTIFICATION_SENT(true),
    NOTIFICATION_RECEIVED(true),
    RATIFICATION_EXCHANGED(true),
    PUBLISHED(true),
    OPERATION_STARTED(true),
    STATEMENT_MADE(true);

    private final boolean recordable;

    LegalEventType(boolean recordable) {
        this.recordable = recordable;
    }

    /** Whether a caller records it by itself; the others follow from what he records. */
    boolean isRecordable() {
        return recordable;
    }
}
