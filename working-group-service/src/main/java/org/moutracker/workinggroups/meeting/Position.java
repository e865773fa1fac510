package org.moutracker.workinggroups.meeting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a side says to minutes. */
@Schema(name = "MinutesPosition")
enum Position {
    SILENT,
    AGREED,
    DISPUTED
}
