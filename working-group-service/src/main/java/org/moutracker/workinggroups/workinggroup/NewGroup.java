package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as a caller founds it. */
@Schema(name = "NewGroup", description = "A group that nobody has committed to in an agreement.")
record NewGroup(
        @NotBlank @Size(max = 300) @Schema(required = true, examples = "Sub-group on burn treatment")
        String name,

        @NotNull @Schema(required = true) GroupType type,

        @NotEmpty
        @Size(max = 50)
        @Schema(required = true, description = "The agreements that it sees to; their parties sit in it.")
        List<@NotNull UUID> agreements,

        @Schema(description = "The group that it belongs to.", nullable = true) @Nullable
        UUID parent,

        @Size(max = 20) @Schema(description = "What it is for.", nullable = true) @Nullable
        List<@NotNull GroupFunction> functions,

        @Valid @Schema(nullable = true) @Nullable Composition composition,

        @Valid @Schema(nullable = true) @Nullable TermsForm terms) {}
