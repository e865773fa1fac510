package org.moutracker.agreements.life;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of commitments when their agreement ends. */
@Schema(
        description = "What becomes of commitments when the agreement ends. ONGOING_CONTINUE: those in progress go on. "
                + "ALL_CEASE, also when nothing is said: all that are not fulfilled are cancelled.")
public enum Survival {
    ONGOING_CONTINUE,
    ALL_CEASE
}
