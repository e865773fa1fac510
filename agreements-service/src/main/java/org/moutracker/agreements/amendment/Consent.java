package org.moutracker.agreements.amendment;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Line;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.PartialDate;

/**
 * That a party consented to an amendment, and what shows it.
 *
 * @param on null when the day is not known
 */
@Schema(
        description =
                "That a party consented. Recorded by whoever uses the system, also on behalf of another side: then the "
                        + "evidence says by which note or letter.")
record Consent(
        @NotBlank @Schema(description = "Code of the party", examples = "PK")
        String party,

        @Schema(defaultValue = "SIGNATURE") Kind kind,

        @Schema(nullable = true, description = "When, as far as it is known", examples = "2026-01-10") @Nullable
        PartialDate on,

        @Size(max = 500)
        @Schema(
                nullable = true,
                description = "What shows it: number and date of a note or letter",
                examples = "Note verbale PS/2026/14 of 2026-01-10")
        @Nullable
        String evidence) {

    /** How a party consents. */
    @Schema(
            name = "ConsentKind",
            description =
                    "SIGNATURE: it signed, or sent its letter. NOTIFICATION: it notified that its own requirements are "
                            + "met, where the amendment takes effect by that.")
    enum Kind {
        SIGNATURE,
        NOTIFICATION
    }

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    Consent {
        kind = requireNonNullElse(kind, Kind.SIGNATURE);
    }

    boolean isLike(Consent other) {
        return party.equals(other.party) && kind == other.kind;
    }

    /** Whether its day is known in full. */
    boolean isDated() {
        return on != null && on.day().isPresent();
    }

    List<Violation> violations(String path, Map<String, String> sides, Optional<LocalDate> signed, LocalDate today) {
        var violations = new ArrayList<Violation>();
        if (!sides.containsKey(party)) {
            violations.add(new Violation(path + "party", "is not the code of a party of this agreement"));
        }
        var day = Optional.ofNullable(on).flatMap(PartialDate::day);
        if (day.filter(today::isBefore).isPresent()) {
            violations.add(new Violation(path + "on", "must not be after today, " + today));
        }
        signed.filter(first -> day.filter(first::isAfter).isPresent())
                .ifPresent(first -> violations.add(
                        new Violation(path + "on", "must not be before the agreement was signed, " + first)));
        return violations;
    }

    /** As the rule of entry into force reads it. */
    Line line() {
        return new Line(
                UUID.nameUUIDFromBytes((kind + " " + party).getBytes(StandardCharsets.UTF_8)),
                kind == Kind.SIGNATURE ? LegalEventType.SIGNED : LegalEventType.NOTIFICATION_RECEIVED,
                party,
                on,
                null,
                List.of(),
                null,
                false);
    }
}
