package org.moutracker.agreements.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That another organization stands in the place of one, from a day on.
 *
 * @param by the id of the one that stands there then
 */
@Schema(description = "That another organization stands in its place, from a day on.")
public record Succession(
        @Schema(required = true) SuccessionKind kind,
        @Schema(required = true) UUID by,
        @Schema(required = true) LocalDate on) {}
