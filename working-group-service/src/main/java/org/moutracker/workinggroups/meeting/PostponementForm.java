package org.moutracker.workinggroups.meeting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.Zone;
import org.moutracker.platform.problem.InvalidRequest;

/** Somebody postpones a meeting, to a day that is known or not. */
@Schema(name = "Postponement", description = "Postpones a meeting.")
record PostponementForm(
        @NotBlank @Size(max = 2000) @Printable @Schema(required = true, examples = "the delegation cannot travel")
        String reason,

        @Size(min = 1, max = 60)
        @Schema(
                description = "The new start; without it the meeting waits for one.",
                examples = "2025-12-08T10:00",
                nullable = true)
        @Nullable
        String startsAt,

        @Size(min = 1, max = 60)
        @Schema(description = "As long as before unless told.", examples = "2025-12-08T14:00", nullable = true)
        @Nullable
        String endsAt,

        @Zone
        @Schema(description = "IANA zone; as before unless told.", examples = "Asia/Karachi", nullable = true)
        @Nullable
        String zone,

        @Size(min = 1, max = 2000)
        @Printable
        @Schema(description = "Why the notice is shorter than the terms ask for.", nullable = true)
        @Nullable
        String shortNotice) {

    @Nullable
    Times times(Meeting meeting) {
        if (startsAt != null) {
            return new NewTimesForm(startsAt, endsAt, zone).times(meeting);
        }
        if (endsAt != null || zone != null) {
            throw new InvalidRequest("startsAt", "must be given with the end or the zone");
        }
        return null;
    }
}
