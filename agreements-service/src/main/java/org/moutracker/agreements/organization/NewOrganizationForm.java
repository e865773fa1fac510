package org.moutracker.agreements.organization;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.Zone;

/** An organization that is registered by itself, before any agreement names it. */
@Schema(name = "NewOrganization", description = "An organization, with its names.")
record NewOrganizationForm(
        @NotBlank @Size(max = 300) @Schema(required = true, examples = "Ministry of Health")
        String name,

        @Size(max = 30) List<@NotNull @Valid NameVariant> variants,
        @NotNull @Schema(required = true) OrganizationKind kind,

        @NotNull @Country @Schema(required = true, description = "ISO 3166-1 alpha-2", examples = "PS")
        String country,

        @NotNull @Zone @Schema(required = true, description = "IANA time zone of its offices", examples = "Asia/Hebron")
        String zone,

        @Pattern(regexp = NewOrganizationForm.AUTHORITY, message = "must be a calendar authority such as PK")
        @Schema(nullable = true, description = "Authority whose working days it keeps", examples = "PS")
        @Nullable
        String calendar) {

    static final String AUTHORITY = "[A-Z][A-Z0-9-]{1,15}";

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    NewOrganizationForm {
        variants = requireNonNullElse(variants, List.of());
    }

    OrganizationForm described() {
        return new OrganizationForm(null, name, kind, country, zone, calendar);
    }
}
