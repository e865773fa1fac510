package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.person.Contact;

/** A party names somebody. */
record Nomination(
        @NotNull @Valid @Schema(required = true) Contact person,

        @NotBlank @Schema(required = true, description = "The code of a party of the agreement.", examples = "PK")
        String party,

        @NotNull @Schema(required = true) MemberRole role,

        @Schema(description = "The first day of the term of office.", examples = "2025-09-18", nullable = true)
        @Nullable
        LocalDate from,

        @Schema(
                description = "The last day of the term of office, at whose end the membership ends by itself.",
                examples = "2027-09-17",
                nullable = true)
        @Nullable
        LocalDate until,

        @Schema(description = "The member whose alternate this is, by the id of the seat.", nullable = true) @Nullable
        UUID alternateFor,

        @Valid @Schema(nullable = true) @Nullable Evidence evidence) {

    /** As a member, if it can be meant. */
    Member named(UUID member, UUID who, GroupParty party, LocalDate today) {
        if (from != null && until != null && until.isBefore(from)) {
            throw new InvalidRequest("until", "must not be before %s, the first day".formatted(from));
        }
        if (evidence != null) {
            evidence.check(today);
        }
        return Member.nominated(member, who, party, role, from, until, alternateFor, evidence);
    }
}
