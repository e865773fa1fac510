package org.moutracker.agreements.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.platform.person.LanguageTag;

/** What an organization is called in another language or script, or otherwise in the same. */
@Schema(description = "What an organization is called in another language or script, or otherwise in the same.")
public record NameVariant(
        @NotNull @LanguageTag @Schema(required = true, description = "BCP 47", examples = "ar")
        String language,

        @NotBlank @Size(max = 300) @Schema(required = true, examples = "وزارة الصحة")
        String name) {}
