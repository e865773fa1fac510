package org.moutracker.agreements.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.Person;

/** An officer or follower of an agreement. */
@Schema(name = "OfficerOfAgreement", description = "An officer or follower of an agreement, from a day on.")
record AssignmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,
        @Schema(required = true, examples = "a-khan") String subject,
        @Schema(required = true) Person person,
        @Schema(required = true) OfficerRole role,
        @Schema(required = true) LocalDate from,

        @Schema(
                required = true,
                nullable = true,
                description = "The last day; before the first when it was ended before it began")
        @Nullable
        LocalDate until,

        @Schema(required = true) Instant recordedAt,
        @Schema(required = true) String recordedBy) {

    static AssignmentView of(Assignment assignment, Person person) {
        return new AssignmentView(
                assignment.id,
                assignment.agreementId,
                assignment.subject,
                person,
                assignment.role,
                assignment.since,
                assignment.until,
                assignment.recordedAt,
                assignment.recordedBy);
    }
}
