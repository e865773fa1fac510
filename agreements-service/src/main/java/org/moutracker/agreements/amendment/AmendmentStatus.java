package org.moutracker.agreements.amendment;

/**
 * Where an amendment stands: PROPOSED ─▶ AGREED (every side has consented) ─▶ IN_EFFECT. Before that it can be WITHDRAWN,
 * and LAPSED when its agreement ends first. BLOCKED: its day has come, but what it changes is not there as it was by
 * then; once that is put right it is IN_EFFECT.
 */
enum AmendmentStatus {
    PROPOSED,
    AGREED,
    IN_EFFECT,
    BLOCKED,
    WITHDRAWN,
    LAPSED;

    boolean canBecome(AmendmentStatus next) {
        return switch (this) {
            case PROPOSED -> next == AGREED || next == WITHDRAWN;
            case AGREED -> next == IN_EFFECT || next == BLOCKED || next == WITHDRAWN || next == LAPSED;
            case BLOCKED -> next == IN_EFFECT || next == WITHDRAWN || next == LAPSED;
            case IN_EFFECT, WITHDRAWN, LAPSED -> false;
        };
    }

    /** Whether a side can still consent. */
    boolean takesConsents() {
        return this == PROPOSED || this == AGREED;
    }
}
