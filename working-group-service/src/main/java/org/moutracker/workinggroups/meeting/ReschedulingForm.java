package org.moutracker.workinggroups.meeting;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.Zone;

/** Somebody moves a meeting to other times or another place. */
@Schema(name = "Rescheduling", description = "Moves a meeting; what is left out stays as it is.")
record ReschedulingForm(
        @Size(min = 1, max = 60)
        @Schema(
                description = "By the clocks of the zone, or an instant.",
                examples = "2025-11-11T10:00",
                nullable = true)
        @Nullable
        String startsAt,

        @Size(min = 1, max = 60)
        @Schema(description = "As long as before unless told.", examples = "2025-11-11T14:00", nullable = true)
        @Nullable
        String endsAt,

        @Zone @Schema(description = "IANA zone.", examples = "Asia/Karachi", nullable = true) @Nullable
        String zone,

        @Size(min = 1, max = 500) @Printable @Schema(examples = "Islamabad", nullable = true) @Nullable
        String place,

        @WebAddress
        @Size(max = 2000)
        @Printable
        @Schema(examples = "https://meet.health.example/1", nullable = true)
        @Nullable
        String online,

        @Size(min = 1, max = 2000) @Printable @Schema(examples = "the minister is abroad", nullable = true) @Nullable
        String reason,

        @Size(min = 1, max = 2000)
        @Printable
        @Schema(description = "Why the notice is shorter than the terms ask for.", nullable = true)
        @Nullable
        String shortNotice) {

    Times times(Meeting meeting) {
        return new NewTimesForm(startsAt, endsAt, zone).times(meeting);
    }
}
