package org.moutracker.agreements.life;

/**
 * Where an agreement stands.
 *
 * <pre>
 * DRAFT ─▶ SIGNED ─▶ IN_FORCE ⇄ SUSPENDED
 *   │         │        │  ▲        │  ▲
 *   ▼         ▼        ▼  │        ▼  │
 *   ABANDONED        TERMINATION_NOTIFIED ─▶ TERMINATED
 *
 * IN_FORCE, SUSPENDED, TERMINATION_NOTIFIED ─▶ EXPIRED, SUPERSEDED
 * </pre>
 *
 * SIGNED: every side has signed, be it on a day not known. A suspension of some areas leaves it IN_FORCE. Only a
 * correction, which lets everything be evaluated anew, takes another way.
 */
public enum AgreementStatus {
    DRAFT,
    SIGNED,
    IN_FORCE,
    SUSPENDED,
    TERMINATION_NOTIFIED,
    TERMINATED,
    EXPIRED,
    SUPERSEDED,
    ABANDONED;

    boolean canBecome(AgreementStatus next) {
        return switch (this) {
            case DRAFT -> next == SIGNED || next == ABANDONED;
            case SIGNED -> next == IN_FORCE || next == ABANDONED;
            case IN_FORCE -> next == SUSPENDED || next == TERMINATION_NOTIFIED || next == EXPIRED || next == SUPERSEDED;
            case SUSPENDED -> next == IN_FORCE || next == TERMINATION_NOTIFIED || next == EXPIRED || next == SUPERSEDED;
            case TERMINATION_NOTIFIED ->
                next == IN_FORCE || next == SUSPENDED || next == TERMINATED || next == EXPIRED || next == SUPERSEDED;
            case TERMINATED, EXPIRED, SUPERSEDED, ABANDONED -> false;
        };
    }

    /** Whether nothing is owed under it any more, but for what a rule of survival lets go on. */
    public boolean isOver() {
        return switch (this) {
            case DRAFT, SIGNED, IN_FORCE, SUSPENDED, TERMINATION_NOTIFIED -> false;
            case TERMINATED, EXPIRED, SUPERSEDED, ABANDONED -> true;
        };
    }

    /** Whether it binds, applied or not. */
    boolean isAlive() {
        return this == IN_FORCE || this == SUSPENDED || this == TERMINATION_NOTIFIED;
    }
}
