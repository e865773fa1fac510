package org.moutracker.agreements.organization;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organization as it is kept. */
@Schema(name = "KeptOrganization", description = "An organization, with all its names and what became of it.")
record OrganizationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Ministry of Health")
        String name,

        @Schema(required = true, description = "Its names in other languages and scripts")
        List<NameVariant> variants,

        @Schema(required = true, description = "What it was called before, and the names of its duplicates")
        List<String> formerNames,

        @Schema(required = true) OrganizationKind kind,

        @Schema(required = true, description = "ISO 3166-1 alpha-2", examples = "PS")
        String country,

        @Schema(required = true, description = "IANA time zone", examples = "Asia/Hebron")
        String zone,

        @Schema(
                required = true,
                description = "Authority whose working days it keeps",
                examples = "PS",
                nullable = true)
        @Nullable
        String calendar,

        @Schema(required = true, nullable = true, description = "The organization of which it is a duplicate") @Nullable
        UUID mergedInto,

        @Schema(required = true, nullable = true) @Nullable Succession succession,

        @Schema(required = true, description = "Also the ETag, which a change must name in If-Match")
        long version) {

    static OrganizationView of(KnownOrganization organization) {
        return new OrganizationView(
                organization.id,
                organization.name,
                organization.variants,
                List.of(organization.formerNames),
                organization.kind,
                organization.country,
                organization.zone,
                organization.calendar,
                organization.mergedInto,
                organization.succession(),
                organization.version);
    }
}
