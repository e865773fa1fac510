package org.moutracker.workinggroups.decision;

/**
 * Where a decision stands.
 *
 * <pre>
 * ADOPTED ─▶ REVOKED       by a later decision
 * ADOPTED, REVOKED, REJECTED ─▶ VOIDED       entered by mistake
 * </pre>
 */
public enum DecisionStatus {
    ADOPTED,
    REJECTED,
    REVOKED,
    VOIDED;

    boolean canBecome(DecisionStatus next) {
        return switch (this) {
            case ADOPTED -> next == REVOKED || next == VOIDED;
            case REJECTED, REVOKED -> next == VOIDED;
            case VOIDED -> false;
        };
    }
}
