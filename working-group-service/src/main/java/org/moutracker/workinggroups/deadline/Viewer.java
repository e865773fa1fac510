package org.moutracker.workinggroups.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Granted;
import org.moutracker.platform.access.Role;
import org.moutracker.workinggroups.access.OwnSeats;

/** Who is looking. */
@ApplicationScoped
public class Viewer {

    private final Caller caller;
    private final OwnSeats seats;
    private final Granted granted;

    Viewer(Caller caller, OwnSeats seats, Granted granted) {
        this.caller = caller;
        this.seats = seats;
        this.granted = granted;
    }

    String name() {
        return caller.name();
    }

    /** An auditor reads everything and changes nothing. */
    public Viewpoint viewpoint() {
        return new Viewpoint(caller.party().orElse(null), caller.is(Role.AUDITOR), seats.seats(), granted.onlyOwn());
    }
}
