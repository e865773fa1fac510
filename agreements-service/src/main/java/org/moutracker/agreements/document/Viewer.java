package org.moutracker.agreements.document;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.platform.http.Caller;

/** Who is looking. */
@ApplicationScoped
class Viewer {

    private final Caller caller;

    Viewer(Caller caller) {
        this.caller = caller;
    }

    String name() {
        return caller.name();
    }

    /** An auditor reads everything and changes nothing. */
    Viewpoint viewpoint() {
        return new Viewpoint(caller.claim("party").orElse(null), caller.hasRole("auditor"));
    }
}
