package org.moutracker.agreements.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose eyes a document is for. */
@Schema(
        description =
                "PUBLIC: everybody's. PARTIES: not for people of a party that has no part in the agreement. SIDE: for "
                        + "the people of one side, and for auditors.")
enum Confidentiality {
    PUBLIC,
    PARTIES,
    SIDE
}
