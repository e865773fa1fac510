package org.moutracker.agreements.organization;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.Zone;

/** What can be said of an organization anew: everything but what tells which one it is. */
record OrganizationChange(
        @NotBlank @Size(max = 300) String name,
        @Size(max = 30) List<@NotNull @Valid NameVariant> variants,
        @NotNull @Zone String zone,

        @Pattern(regexp = NewOrganizationForm.AUTHORITY, message = "must be a calendar authority such as PK") @Nullable
        String calendar) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    OrganizationChange {
        name = name == null ? null : name.strip();
        variants = requireNonNullElse(variants, List.of());
    }

    static OrganizationChange of(KnownOrganization organization) {
        return new OrganizationChange(
                organization.name, organization.variants, organization.zone, organization.calendar);
    }
}
