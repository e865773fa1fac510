package org.moutracker.agreements.agreement;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.SuccessionKind;

/**
 * That another organization stands where one signed.
 *
 * @param party code of the party
 * @param on its first day, which may still be to come
 */
@Schema(description = "That another organization stands, or will stand, where one signed.")
record PartySuccession(
        @Schema(required = true, examples = "PK") String party,
        @Schema(required = true) SuccessionKind kind,

        @Schema(required = true, description = "The first day, perhaps still to come")
        LocalDate on,

        @Schema(required = true) Organization organization) {

    static List<PartySuccession> of(List<Party> parties, List<Organization> organizations) {
        return parties.stream()
                .flatMap(party -> organizations.stream()
                        .filter(organization -> organization.asRegistered().equals(party.organizationId()))
                        .findFirst()
                        .stream()
                        .flatMap(organization -> organization.successors().stream())
                        .map(successor -> new PartySuccession(
                                party.code(),
                                successor.succession().kind(),
                                successor.succession().on(),
                                successor.organization())))
                .toList();
    }
}
