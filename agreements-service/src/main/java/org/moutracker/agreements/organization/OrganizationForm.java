package org.moutracker.agreements.organization;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/** An organization as a caller names it: by the id of a known one, or by what it is. */
@Schema(
        description =
                "An organization: the id of one that is known, or its name, kind, country and zone. The same name, "
                        + "country, kind, zone and calendar always mean the same organization.")
public record OrganizationForm(
        @Schema(nullable = true, description = "A known organization; then nothing else is given.") @Nullable
        UUID id,

        @Schema(nullable = true, maxLength = 300, examples = "Ministry of Health") @Nullable
        String name,

        @Schema(nullable = true) @Nullable OrganizationKind kind,

        @Schema(nullable = true, description = "ISO 3166-1 alpha-2", examples = "PS") @Nullable
        String country,

        @Schema(nullable = true, description = "IANA time zone of its offices", examples = "Asia/Hebron") @Nullable
        String zone,

        @Schema(nullable = true, description = "Authority whose working days it keeps", examples = "PS") @Nullable
        String calendar) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NAME = 300;

    public static OrganizationForm known(UUID id) {
        return new OrganizationForm(id, null, null, null, null, null);
    }

    /** Lists what is wrong with it, each field below {@code path}. */
    public List<Violation> violations(String path) {
        var violations = new ArrayList<Violation>();
        if (id != null) {
            if (name != null || kind != null || country != null || zone != null || calendar != null) {
                violations.add(new Violation(path, "is named by its id or by what it is, not by both"));
            }
            return violations;
        }
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            violations.add(new Violation(path + ".name", "must have 1 to " + LONGEST_NAME + " characters"));
        }
        if (kind == null) {
            violations.add(new Violation(path + ".kind", "must not be null"));
        }
        if (country == null || !COUNTRIES.contains(country)) {
            violations.add(new Violation(path + ".country", "must be an ISO 3166-1 alpha-2 code"));
        }
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            violations.add(new Violation(path + ".zone", "must be an IANA time zone such as Asia/Karachi"));
        }
        if (calendar != null && !calendar.matches("[A-Z][A-Z0-9-]{1,15}")) {
            violations.add(new Violation(path + ".calendar", "must be a calendar authority such as PK"));
        }
        return violations;
    }
}
