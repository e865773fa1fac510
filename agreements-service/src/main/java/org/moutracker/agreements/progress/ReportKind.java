package org.moutracker.agreements.progress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.agreements.commitment.history.EntryKind;

/** What a report says. */
@Schema(description = "PROGRESS: something was done. FULFILLED: all is done, which the other sides confirm or dispute.")
enum ReportKind {
    PROGRESS,
    FULFILLED;

    EntryKind entry() {
        return switch (this) {
            case PROGRESS -> EntryKind.PROGRESS_REPORT;
            case FULFILLED -> EntryKind.FULFILMENT_REPORT;
        };
    }
}
