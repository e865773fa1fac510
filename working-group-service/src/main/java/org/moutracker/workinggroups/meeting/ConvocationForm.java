package org.moutracker.workinggroups.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Contact;

/** Somebody invites to a meeting. */
@Schema(name = "Convocation", description = "Invites whoever sits in the group, and guests.")
record ConvocationForm(
        @Size(max = 200)
        @Schema(description = "Who comes for this meeting alone; they need no account.", nullable = true)
        @Nullable
        List<@NotNull @Valid Contact> guests,

        @Size(min = 1, max = 2000)
        @Printable
        @Schema(
                description = "Why the notice is shorter than the terms ask for.",
                examples = "both co-chairs agreed by telephone",
                nullable = true)
        @Nullable
        String shortNotice) {

    List<Contact> invited() {
        return guests == null ? List.of() : guests;
    }
}
