package org.moutracker.workinggroups.meeting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody answers an invitation, or somebody else for him. */
@Schema(name = "Reply", description = "Answers an invitation.")
record ReplyForm(
        @Schema(description = "Whose answer it is; the caller's own where the token names a person.", nullable = true)
        @Nullable
        UUID person,

        @NotNull @Schema(required = true, description = "ACCEPTED, DECLINED or TENTATIVE.", examples = "ACCEPTED")
        Answer answer,

        @Size(min = 1, max = 2000)
        @Printable
        @Schema(examples = "arriving the evening before", nullable = true)
        @Nullable
        String comment) {}
