package org.moutracker.workinggroups.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.platform.http.Caller;

/** Who is looking. */
@ApplicationScoped
public class Viewer {

    private final Caller caller;

    Viewer(Caller caller) {
        this.caller = caller;
    }

    String name() {
        return caller.name();
    }

    /** An auditor reads everything and changes nothing. */
    public Viewpoint viewpoint() {
        return new Viewpoint(caller.claim("party").orElse(null), caller.hasRole("auditor"));
    }
}
