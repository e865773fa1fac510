package org.moutracker.agreements.imports;

/** What becomes of a line whose agreement seems to be there already. */
enum OnDuplicate {
    /** It is left out, and counted as skipped. */
    SKIP,
    /** It is an error: it is left out only if the caller says so, and counted as failed. */
    FAIL;

    LineOutcome outcome() {
        return switch (this) {
            case SKIP -> LineOutcome.SKIPPED;
            case FAIL -> LineOutcome.FAILED;
        };
    }
}
