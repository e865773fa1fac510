package org.moutracker.platform.access;

import static java.util.stream.Collectors.toCollection;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the present request, as the token says. */
@ApplicationScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Whether the token says whose it is, without which nothing that is done could be told apart. */
    boolean isSomebody() {
        try {
            return claim("sub").isPresent();
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    /** By what the provider knows the person or the program, for ever. */
    public String subject() {
        return claim("sub").orElseThrow();
    }

    /** The program through which the person acts; the program itself where there is no person. */
    public Optional<String> client() {
        return claim("azp").or(() -> claim("client_id"));
    }

    public Set<Role> roles() {
        return identity.getRoles().stream()
                .flatMap(name -> Role.named(name).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    public boolean is(Role role) {
        return identity.hasRole(role.inWords());
    }

    /** The code of the party whose person it is, where the provider says so. */
    public Optional<String> party() {
        return claim("party");
    }

    /**
     * The mail address in lower case, if the provider has seen that the person reads it. By it a person is known here
     * again: who reads a mailbox also reads the links that are sent there.
     */
    public Optional<String> mailbox() {
        return claim("email")
                .filter(address ->
                        claim("email_verified").filter("true"::equals).isPresent())
                .map(address -> address.strip().toLowerCase(Locale.ROOT));
    }

    /** A claim of the token; empty when it has none of that name. */
    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
                : Optional.empty();
    }
}
