package org.moutracker.agreements.provenance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How what a source says stands to what the register says. */
@Schema(
        name = "StatementComparison",
        description =
                "AGREES: it says what the register says; of a day, the register's lies within it. VARIANT: the register has "
                        + "it beside what it says, as another spelling of a name. COMPATIBLE: both can be right: it says more, "
                        + "or more exactly, than the register, or only about when. CONTRADICTS: one of the two is wrong.")
enum Comparison {
    AGREES,
    VARIANT,
    COMPATIBLE,
    CONTRADICTS
}
