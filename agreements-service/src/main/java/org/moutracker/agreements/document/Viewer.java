package org.moutracker.agreements.document;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Role;

/** Who is looking. */
@ApplicationScoped
class Viewer {

    private final Caller caller;
    private final OwnSide side;

    Viewer(Caller caller, OwnSide side) {
        this.caller = caller;
        this.side = side;
    }

    String name() {
        return caller.name();
    }

    /** An auditor reads everything and changes nothing. */
    Viewpoint viewpoint() {
        return new Viewpoint(side.party().orElse(null), caller.is(Role.AUDITOR));
    }
}
