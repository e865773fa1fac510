package org.moutracker.agreements.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what parties amend an agreement (Vienna Convention on the Law of Treaties, articles 39, 13 and 79). */
@Schema(
        description =
                "AGREEMENT: an amending agreement or protocol. EXCHANGE_OF_LETTERS: letters or notes that answer each "
                        + "other. CORRECTION: the text never was what they had agreed on.")
public enum Instrument {
    AGREEMENT,
    EXCHANGE_OF_LETTERS,
    CORRECTION
}
