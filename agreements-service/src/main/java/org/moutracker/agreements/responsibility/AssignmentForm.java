package org.moutracker.agreements.responsibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.Contact;

/** Who is to be responsible for an agreement, or to follow it. */
@Schema(name = "Assignment", description = "Who is to be responsible for an agreement, or to follow it.")
record AssignmentForm(
        @NotNull
        @Pattern(regexp = AssignmentForm.SUBJECT, message = AssignmentForm.SUBJECT_WANTED)
        @Schema(required = true, description = "The subject of the person's token", examples = "a-khan")
        String subject,

        @Valid
        @Schema(
                nullable = true,
                description =
                        "How to reach the person; must be given of somebody who is not known yet, and is taken over of "
                                + "somebody who is")
        @Nullable
        Contact person,

        @NotNull @Schema(required = true, description = "LEAD leads, one at a time; FOLLOWER only wants to know")
        OfficerRole role,

        @Schema(nullable = true, description = "The first day; today unless told", examples = "2025-09-18") @Nullable
        LocalDate from,

        @Schema(nullable = true, description = "The last day; open unless told") @Nullable
        LocalDate until,

        @Size(max = 500) @Schema(nullable = true, examples = "new desk officer") @Nullable
        String reason) {

    static final String SUBJECT = "\\S(.{0,98}\\S)?";
    static final String SUBJECT_WANTED = "must be the subject of a token, 1 to 100 characters";
}
