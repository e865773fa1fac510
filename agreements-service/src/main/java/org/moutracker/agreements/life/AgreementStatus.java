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
 * all of them ⇄ VOIDED
 * </pre>
 *
 * SIGNED: every side has signed, be it on a day not known. A suspension of some areas leaves it IN_FORCE. Only a
 * correction, which lets everything be evaluated anew, takes another way. VOIDED does not follow from the ledger: it was
 * registered by mistake, and if that was the mistake, it stands again where its ledger puts it.
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
    ABANDONED,
    VOIDED;

    boolean canBecome(AgreementStatus next) {
        return next == VOIDED ? this != VOIDED : follows(next);
    }

    private boolean follows(AgreementStatus next) {
        return switch (this) {
            case DRAFT -> next == SIGNED || next == ABANDONED;
            case SIGNED -> next == IN_FORCE || next == ABANDONED;
            case IN_FORCE -> next == SUSPENDED || next == TERMINATION_NOTIFIED || next == EXPIRED || next == SUPERSEDED;
            case SUSPENDED -> next == IN_FORCE || next == TERMINATION_NOTIFIED || next == EXPIRED || next == SUPERSEDED;
            case TERMINATION_NOTIFIED ->
                next == IN_FORCE || next == SUSPENDED || next == TERMINATED || next == EXPIRED || next == SUPERSEDED;
            case TERMINATED, EXPIRED, SUPERSEDED, ABANDONED -> false;
            case VOIDED -> true;
        };
    }

    /** Whether nothing is owed under it any more, but for what a rule of survival lets go on. */
    public boolean isOver() {
        return switch (this) {
            case DRAFT, SIGNED, IN_FORCE, SUSPENDED, TERMINATION_NOTIFIED -> false;
            case TERMINATED, EXPIRED, SUPERSEDED, ABANDONED, VOIDED -> true;
        };
    }

    /** Whether it binds, applied or not. */
    boolean isAlive() {
        return this == IN_FORCE || this == SUSPENDED || this == TERMINATION_NOTIFIED;
    }
}
