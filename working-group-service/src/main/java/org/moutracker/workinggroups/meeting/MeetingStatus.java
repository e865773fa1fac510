package org.moutracker.workinggroups.meeting;

import org.moutracker.platform.problem.RuleViolated;

/**
 * Where a meeting stands.
 *
 * <pre>
 * PLANNED ─▶ CONVENED ─▶ HELD ─▶ MINUTES_CIRCULATED ─▶ MINUTES_AGREED
 *                                MINUTES_CIRCULATED ⇄ MINUTES_DISPUTED
 * PLANNED, CONVENED ⇄ POSTPONED; PLANNED, CONVENED, POSTPONED ─▶ CANCELLED; every one ─▶ VOIDED
 * </pre>
 */
public enum MeetingStatus {
    PLANNED,
    CONVENED,
    POSTPONED,
    HELD,
    MINUTES_CIRCULATED,
    MINUTES_AGREED,
    MINUTES_DISPUTED,
    CANCELLED,
    /** Entered by mistake. */
    VOIDED;

    boolean canBecome(MeetingStatus next) {
        return switch (this) {
            case PLANNED -> next == CONVENED || next == POSTPONED || next == CANCELLED || next == VOIDED;
            case CONVENED -> next == HELD || next == POSTPONED || next == CANCELLED || next == VOIDED;
            case POSTPONED -> next == PLANNED || next == CONVENED || next == CANCELLED || next == VOIDED;
            case HELD -> next == MINUTES_CIRCULATED || next == VOIDED;
            case MINUTES_CIRCULATED -> next == MINUTES_AGREED || next == MINUTES_DISPUTED || next == VOIDED;
            case MINUTES_DISPUTED -> next == MINUTES_CIRCULATED || next == VOIDED;
            case MINUTES_AGREED, CANCELLED -> next == VOIDED;
            case VOIDED -> false;
        };
    }

    /** Refuses where no minutes wait for the sides to speak. */
    void requireMinutesGoRound() {
        switch (this) {
            case MINUTES_CIRCULATED -> {}
            case MINUTES_AGREED -> throw new RuleViolated("every side has agreed to the minutes already");
            case MINUTES_DISPUTED ->
                throw new RuleViolated("the minutes are disputed: a new round has to be circulated first");
            case PLANNED, CONVENED, POSTPONED, HELD, CANCELLED, VOIDED ->
                throw new RuleViolated("a meeting that is %s has no minutes to agree on".formatted(this));
        }
    }

    /** Whether people have met, and it stands. */
    public boolean isHeld() {
        return switch (this) {
            case HELD, MINUTES_CIRCULATED, MINUTES_AGREED, MINUTES_DISPUTED -> true;
            case PLANNED, CONVENED, POSTPONED, CANCELLED, VOIDED -> false;
        };
    }

    /** Whether people are still to meet. */
    public boolean isToCome() {
        return switch (this) {
            case PLANNED, CONVENED, POSTPONED -> true;
            case HELD, MINUTES_CIRCULATED, MINUTES_AGREED, MINUTES_DISPUTED, CANCELLED, VOIDED -> false;
        };
    }
}
