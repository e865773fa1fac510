package org.moutracker.agreements.correspondence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way a letter went, seen from whoever keeps the log. */
@Schema(
        name = "CorrespondenceDirection",
        description = "Seen from whoever keeps the log; BETWEEN_OTHERS: we have a copy.")
enum Direction {
    RECEIVED,
    SENT,
    BETWEEN_OTHERS
}
