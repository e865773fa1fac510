package org.moutracker.agreements.history;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can change of an agreement. */
@Schema(
        description =
                "What has changed. STATEMENT is what was said about a commitment: a report, a confirmation, a dispute, "
                        + "an outcome, a decision. CONTENT is the file of a document. SOURCE_STATEMENT is what a source "
                        + "says of a fact, SOURCE_WITHDRAWAL that this was recorded wrongly, SOURCE_CHOICE why the register rests "
                        + "on it.")
public enum HistoryKind {
    AGREEMENT,
    LEGAL_EVENT,
    COMMITMENT,
    STATEMENT,
    AMENDMENT,
    DOCUMENT,
    CONTENT,
    CORRESPONDENCE,
    SOURCE_STATEMENT,
    SOURCE_WITHDRAWAL,
    SOURCE_CHOICE
}
