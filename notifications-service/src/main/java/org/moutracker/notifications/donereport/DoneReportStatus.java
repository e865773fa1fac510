package org.moutracker.notifications.donereport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a done report stands: REPORTED ─▶ CONFIRMED | DECLINED; OVERTAKEN when its deadline is met, moved or over first. */
@Schema(name = "DoneReportStatus")
public enum DoneReportStatus {
    REPORTED,
    CONFIRMED,
    DECLINED,
    OVERTAKEN;

    boolean canBecome(DoneReportStatus next) {
        return switch (this) {
            case REPORTED -> next != REPORTED;
            case CONFIRMED, DECLINED, OVERTAKEN -> false;
        };
    }
}
