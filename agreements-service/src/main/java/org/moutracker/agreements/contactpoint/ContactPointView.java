package org.moutracker.agreements.contactpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.Person;

/** Whom one turns to in an organization. */
@Schema(name = "ContactPoint", description = "Whom one turns to in an organization.")
public record ContactPointView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID organizationId,
        @Schema(required = true) Person person,

        @Schema(required = true, examples = "Director of International Cooperation")
        String role,

        @Schema(required = true) LocalDate from,

        @Schema(required = true, nullable = true, description = "The last day; before the first when it never began")
        @Nullable
        LocalDate until,

        @Schema(required = true) long version) {

    static ContactPointView of(ContactPoint point, Person person) {
        return new ContactPointView(
                point.id, point.organizationId, person, point.role, point.since, point.until, point.version);
    }
}
