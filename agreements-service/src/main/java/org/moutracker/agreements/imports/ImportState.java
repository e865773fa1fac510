package org.moutracker.agreements.imports;

/** Where an import stands: CHECKING ─▶ CHECKED ─▶ IMPORTING ─▶ IMPORTED; CHECKING ─▶ REFUSED; until its end ─▶ CANCELLED. */
enum ImportState {
    CHECKING,
    CHECKED,
    IMPORTING,
    IMPORTED,
    REFUSED,
    CANCELLED;

    boolean canBecome(ImportState next) {
        return switch (this) {
            case CHECKING -> next == CHECKED || next == REFUSED || next == CANCELLED;
            case CHECKED -> next == IMPORTING || next == CANCELLED;
            case IMPORTING -> next == IMPORTED || next == CANCELLED;
            case IMPORTED, REFUSED, CANCELLED -> false;
        };
    }
}
