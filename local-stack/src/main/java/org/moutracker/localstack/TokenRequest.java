package org.moutracker.localstack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a token is for.
 *
 * @param roles what the person is to the system; one at least
 * @param party the side that the person belongs to, if any
 * @param mail the address by which the services know the person, if any
 */
public record TokenRequest(
        List<String> roles, Optional<String> party, String name, Optional<String> mail, Duration validFor) {
    public static final List<String> ROLES =
            List.of("registrar", "officer", "secretary", "member", "auditor", "operator", "integration");

    private static final Duration USUAL = Duration.ofHours(1);

    public TokenRequest {
        roles = List.copyOf(roles);
        for (var role : roles) {
            if (!ROLES.contains(role)) {
                throw new IllegalArgumentException(
                        "There is no role \"%s\": the roles are %s".formatted(role, String.join(", ", ROLES)));
            }
        }
        if (!validFor.isPositive()) {
            throw new IllegalArgumentException("A token must be valid for some time, not for " + validFor);
        }
    }

    /** For somebody with a role, or with several with a comma between them. */
    public static TokenRequest of(String role) {
        var roles = List.of(role.split(",", -1));
        return new TokenRequest(roles, Optional.empty(), "Local " + roles.getFirst(), Optional.empty(), USUAL);
    }

    public TokenRequest withParty(String code) {
        return new TokenRequest(roles, Optional.of(code), name, mail, validFor);
    }

    public TokenRequest withName(String newName) {
        return new TokenRequest(roles, party, newName, mail, validFor);
    }

    public TokenRequest withMail(String address) {
        return new TokenRequest(roles, party, name, Optional.of(address), validFor);
    }

    public TokenRequest withValidFor(Duration duration) {
        return new TokenRequest(roles, party, name, mail, duration);
    }

    /** Stable for the same person, so that what one did yesterday is still theirs today. */
    String subject() {
        var words = name + party.map(code -> " " + code).orElse("");
        return words.toLowerCase(Locale.ROOT).strip().replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
