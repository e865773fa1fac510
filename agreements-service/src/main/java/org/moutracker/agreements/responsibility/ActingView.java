package org.moutracker.agreements.responsibility;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.contactpoint.ContactPointView;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.person.Person;

/** Whom to turn to about an agreement on a day. */
@Schema(name = "Responsible", description = "Whom to turn to about an agreement on a day.")
record ActingView(
        @Schema(required = true) LocalDate on,

        @Schema(required = true, description = "Who acts; the first one leads")
        List<One> officers,

        @Schema(required = true, description = "Officers who are away and for whom nobody stands in")
        List<Away> away,

        @Schema(
                required = true,
                nullable = true,
                description = "Why nobody acts; null when somebody does",
                examples = "no officer is named for that day")
        @Nullable
        String nobody,

        @Schema(required = true) List<Person> followers,

        @Schema(required = true, description = "Of every party the organization that stands there on that day")
        List<OfParty> parties) {

    /** Somebody who acts. */
    @Schema(name = "ActingOfficer", description = "Somebody who acts.")
    record One(
            @Schema(required = true, examples = "b-ahmed") String subject,
            @Schema(required = true) Person person,
            @Schema(required = true) boolean leads,

            @Schema(required = true, nullable = true, description = "The officer for whom he stands in") @Nullable
            String insteadOf,

            @Schema(required = true, nullable = true, examples = "a-khan is away until 2026-03-14") @Nullable
            String because) {}

    /** Somebody who does not, and for whom nobody does. */
    @Schema(name = "AwayOfficer", description = "Somebody who is away and for whom nobody stands in.")
    record Away(
            @Schema(required = true, examples = "a-khan") String subject,

            @Schema(required = true, examples = "a-khan is away until 2026-03-14, nobody stands in")
            String because) {}

    /** A party's organization, and whom to turn to there. */
    @Schema(name = "PartyContacts", description = "A party's organization, and whom to turn to there.")
    record OfParty(
            @Schema(required = true, examples = "PK") String party,
            @Schema(required = true) String side,
            @Schema(required = true) Organization organization,

            @Schema(
                    required = true,
                    description = "Its contact points on that day; those of a predecessor as long as it has none")
            List<ContactPointView> contactPoints) {}
}
