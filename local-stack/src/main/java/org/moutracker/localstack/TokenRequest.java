package org.moutracker.localstack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a token is for.
 *
 * @param party the side that the person belongs to, if any
 */
public record TokenRequest(String role, Optional<String> party, String name, Duration validFor) {
    public static final List<String> ROLES =
            List.of("registrar", "officer", "secretary", "member", "auditor", "operator", "integration");

    private static final Duration USUAL = Duration.ofHours(1);

    public TokenRequest {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException(
                    "There is no role \"%s\": the roles are %s".formatted(role, String.join(", ", ROLES)));
        }
        if (!validFor.isPositive()) {
            throw new IllegalArgumentException("A token must be valid for some time, not for " + validFor);
        }
    }

    public static TokenRequest of(String role) {
        return new TokenRequest(role, Optional.empty(), "Local " + role, USUAL);
    }

    public TokenRequest withParty(String code) {
        return new TokenRequest(role, Optional.of(code), name, validFor);
    }

    public TokenRequest withName(String newName) {
        return new TokenRequest(role, party, newName, validFor);
    }

    public TokenRequest withValidFor(Duration duration) {
        return new TokenRequest(role, party, name, duration);
    }

    /** Stable for the same person, so that what one did yesterday is still theirs today. */
    String subject() {
        var words = name + party.map(code -> " " + code).orElse("");
        return words.toLowerCase(Locale.ROOT).strip().replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
