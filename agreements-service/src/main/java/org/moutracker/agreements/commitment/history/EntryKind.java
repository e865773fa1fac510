package org.moutracker.agreements.commitment.history;

import java.util.Set;

/** What a line of a commitment's history is about. */
public enum EntryKind {
    PROGRESS_REPORT,
    FULFILMENT_REPORT,
    CONFIRMATION,
    NOTICE,
    CONFIRMED_BY_SILENCE,
    DISPUTE,
    OUTCOME,
    CORRECTION,
    DEADLINE_MET,
    DEADLINE_REOPENED,
    DECISION,
    DECISION_VOIDED;

    public static final Set<EntryKind> REPORTS = Set.of(PROGRESS_REPORT, FULFILMENT_REPORT);
    public static final Set<EntryKind> ALL = Set.of(values());

    /** Whether its text says why, and not what. */
    boolean saysWhy() {
        return switch (this) {
            case DISPUTE, OUTCOME, CORRECTION, DECISION, DECISION_VOIDED -> true;
            case PROGRESS_REPORT,
                    FULFILMENT_REPORT,
                    CONFIRMATION,
                    NOTICE,
                    CONFIRMED_BY_SILENCE,
                    DEADLINE_MET,
                    DEADLINE_REOPENED -> false;
        };
    }
}
