package org.moutracker.agreements.agreement;

/**
 * Where an agreement stands: DRAFT ─▶ SIGNED (every side has signed, be it on a day not known) ─▶ IN_FORCE (the rule of
 * entry into force is fulfilled).
 */
public enum AgreementStatus {
    DRAFT,
    SIGNED,
    IN_FORCE;

    boolean canBecome(AgreementStatus next) {
        return switch (this) {
            case DRAFT -> next == SIGNED;
            case SIGNED -> next == IN_FORCE;
            case IN_FORCE -> false;
        };
    }
}
