package org.moutracker.agreements.imports;

/** What becomes of a line: OK ─▶ IMPORTED, SKIPPED or FAILED; DUPLICATE ─▶ SKIPPED or FAILED; ERROR stays. */
enum LineOutcome {
    OK,
    DUPLICATE,
    ERROR,
    IMPORTED,
    SKIPPED,
    FAILED
}
