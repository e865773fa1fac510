package org.moutracker.agreements.organization;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a party; one and the same in every agreement that names it alike.
 *
 * @param country ISO 3166-1 alpha-2
 * @param zone IANA zone of its offices
 * @param calendar the authority whose working days it keeps, such as {@code PK}; null when unknown
 * @param registeredAs the id that it was asked for by, when that one was merged into it
 * @param otherNames its variants and what it was called before, for searches
 * @param successors who stands in its place, one after the other
 */
@Schema(description = "An organization, shared by all agreements that name it alike.")
public record Organization(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Ministry of Health")
        String name,

        @Schema(required = true) OrganizationKind kind,

        @Schema(required = true, description = "ISO 3166-1 alpha-2", examples = "PS")
        String country,

        @Schema(required = true, description = "IANA time zone", examples = "Asia/Hebron")
        String zone,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                required = true,
                description = "Authority whose working days it keeps",
                examples = "PS",
                nullable = true)
        @Nullable
        String calendar,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "The id by which it was registered, where that one turned out to be a duplicate and was merged "
                                + "into this one; left out otherwise")
        @Nullable
        UUID registeredAs,

        @JsonIgnore @Schema(hidden = true) List<String> otherNames,
        @JsonIgnore @Schema(hidden = true) List<Successor> successors) {

    /** One that stands in the place of another from a day on. */
    public record Successor(Succession succession, Organization organization) {}

    /** The same as it is asked for by its own id. */
    Organization itself() {
        return new Organization(id, name, kind, country, zone, calendar, null, otherNames, successors);
    }

    /** The id by which a party names it. */
    public UUID asRegistered() {
        return registeredAs == null ? id : registeredAs;
    }
}
