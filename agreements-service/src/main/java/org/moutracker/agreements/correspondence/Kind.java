package org.moutracker.agreements.correspondence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of paper it is. */
@Schema(name = "CorrespondenceKind")
enum Kind {
    NOTE_VERBALE,
    LETTER
}
