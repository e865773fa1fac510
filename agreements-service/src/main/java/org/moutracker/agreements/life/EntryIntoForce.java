package org.moutracker.agreements.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * By which rule the agreement enters into force; none where the text does not say, and then nothing is assumed.
 *
 * @param on for ON_DATE
 * @param consents for N_CONSENTS: of how many sides
 * @param then what is counted from there: a period as text, or the steps of a time rule
 */
@Schema(
        description =
                "By which rule the agreement enters into force. Left out where the text does not say: then it stays "
                        + "SIGNED and nothing is assumed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryIntoForce(
        @NotNull Kind kind,

        @Schema(nullable = true, description = "For ON_DATE: the day") @Nullable
        LocalDate on,

        @Schema(nullable = true, description = "For N_CONSENTS: of how many sides, by notification or ratification")
        @Nullable
        Integer consents,

        @Schema(ref = "#/components/schemas/Then") @Nullable Object then,

        @Size(max = 4000) @Schema(nullable = true, description = "The words it rests on, or where they stand") @Nullable
        String clause) {

    // The usual one, which is asked for many times in every life.
    private static final Rule SIGNATURE = Rule.parse(Map.of(
            "anchor", Map.of("event", "SIGNATURE"), "steps", List.of(Map.of("kind", "ON_DAY", "period", "P0D"))));

    /** The rules. */
    @Schema(
            name = "EntryIntoForceKind",
            description =
                    "ON_SIGNATURE: on the day of the last signature. ON_DATE: on a printed day. LAST_NOTIFICATION: when the "
                            + "last side's notification is received. N_CONSENTS: when so many sides have consented.")
    public enum Kind {
        ON_SIGNATURE,
        ON_DATE,
        LAST_NOTIFICATION,
        N_CONSENTS
    }

    /** Refuses what is wrong beyond single fields, given on how many sides the parties stand. */
    public void check(String path, long sides, List<Violation> violations) {
        belongs(path + ".on", on != null, Kind.ON_DATE, violations);
        belongs(path + ".consents", consents != null, Kind.N_CONSENTS, violations);
        if (consents != null && (consents < 1 || consents > sides)) {
            violations.add(new Violation(path + ".consents", "must be between 1 and the number of sides, " + sides));
        }
        if (then == null) {
            return;
        }
        if (then instanceof String period && !period.matches("P(?=\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?")) {
            violations.add(new Violation(path + ".then", "must be a period such as P30D, or a list of steps"));
        } else if (!(then instanceof String) && !(then instanceof List<?>)) {
            violations.add(new Violation(path + ".then", "must be a period such as P30D, or a list of steps"));
        } else {
            checkSteps(path, violations);
        }
    }

    private void checkSteps(String path, List<Violation> violations) {
        try {
            if (Rule.parse(json(Map.of("event", "SIGNATURE"))).steps().stream()
                    .anyMatch(Step.Elapsed.class::isInstance)) {
                violations.add(new Violation(path + ".then", "must count days: an entry into force has no hour"));
            }
        } catch (InvalidRule e) {
            e.violations()
                    .forEach(v -> violations.add(new Violation(
                            path + "."
                                    + (then instanceof String
                                            ? "then"
                                            : v.field().startsWith("steps")
                                                    ? "then" + v.field().substring(5)
                                                    : "then"),
                            v.message())));
        }
    }

    private void belongs(String field, boolean given, Kind owner, List<Violation> violations) {
        if (given != (kind == owner)) {
            violations.add(new Violation(field, "is given for the kind %s and for no other".formatted(owner)));
        }
    }

    /** Whether a period or steps follow, so that the day can lie ahead of what it is counted from. */
    boolean countsOn() {
        return then != null;
    }

    /** The day, as a time rule. */
    Rule rule() {
        return kind == Kind.ON_SIGNATURE && then == null ? SIGNATURE : Rule.parse(json(anchor()));
    }

    private Map<String, Object> anchor() {
        return switch (kind) {
            case ON_SIGNATURE -> Map.of("event", "SIGNATURE");
            case ON_DATE -> Map.of("on", String.valueOf(on));
            case LAST_NOTIFICATION -> Map.of("event", "LAST_NOTIFICATION");
            case N_CONSENTS -> Map.of("event", "QUORUM_REACHED");
        };
    }

    private Map<String, Object> json(Map<String, Object> anchor) {
        var json = new LinkedHashMap<String, Object>();
        json.put("anchor", anchor);
        json.put(
                "steps",
                then instanceof List<?> steps && !steps.isEmpty()
                        ? steps
                        : List.of(Map.of("kind", "ON_DAY", "period", then instanceof String period ? period : "P0D")));
        return json;
    }
}
