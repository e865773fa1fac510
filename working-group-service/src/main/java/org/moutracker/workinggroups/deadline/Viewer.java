package org.moutracker.workinggroups.deadline;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is looking. */
@ApplicationScoped
class Viewer {

    private final SecurityIdentity caller;

    Viewer(SecurityIdentity caller) {
        this.caller = caller;
    }

    String name() {
        return caller.getPrincipal().getName();
    }

    /** An auditor reads everything and changes nothing. */
    Viewpoint viewpoint() {
        String party = caller.getPrincipal() instanceof JsonWebToken token ? token.getClaim("party") : null;
        return new Viewpoint(party, caller.hasRole("auditor"));
    }
}
