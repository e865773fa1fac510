package org.moutracker.agreements.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization that another may be the same as; a person decides. */
@Schema(name = "PossibleDuplicate", description = "An organization that may be the same; a person decides.")
public record DuplicateView(
        @Schema(required = true) Organization organization,

        @Schema(required = true, description = "Its name that is alike", examples = "Ministry of Health")
        String name,

        @Schema(required = true, description = "Of the folded names, from 0.5 to 1", examples = "0.82")
        double similarity) {}
