package org.moutracker.workinggroups.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a side says to what is to be decided. */
@Schema(name = "DecisionPosition")
enum Position {
    FOR,
    AGAINST,
    ABSTAINED,
    /** It was not there, or has not answered. */
    ABSENT
}
