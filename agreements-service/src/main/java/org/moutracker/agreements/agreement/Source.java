package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/** Where something about an agreement is known from, and how far that is trusted. */
@Schema(description = "Where something about the agreement is known from, and how far that is trusted.")
public record Source(
        @NotBlank @Size(max = 300) @Schema(examples = "APP report")
        String title,

        @Schema(format = "uri", nullable = true) @Nullable URI uri,
        @Schema(nullable = true) @Nullable PartialDate publishedOn,
        @NotNull Confidence confidence) {

    /** How far a source is trusted. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }
}
