package org.moutracker.agreements.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a party; one and the same in every agreement that names it alike.
 *
 * @param country ISO 3166-1 alpha-2
 * @param zone IANA zone of its offices
 * @param calendar the authority whose working days it keeps, such as {@code PK}; null when unknown
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
        String calendar) {}
