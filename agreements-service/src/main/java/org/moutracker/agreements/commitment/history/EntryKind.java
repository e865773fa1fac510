package org.moutracker.agreements.commitment.history;

import java.util.Set;

/** What a line of a commitment's history is about. */
public enum EntryKind {
    PROGRESS_REPORT,
    FULFILMENT_REPORT,
    CONFIRMATION,
    DISPUTE,
    OUTCOME,
    CORRECTION,
    DEADLINE_MET,
    DEADLINE_REOPENED,
    DECISION,
    DECISION_VOIDED;

    public static final Set<EntryKind> REPORTS = Set.of(PROGRESS_REPORT, FULFILMENT_REPORT);
    public static final Set<EntryKind> ALL = Set.of(values());
}
