package org.moutracker.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.platform.access.Granted;

/** For whom an inbox is read by the caller. */
@ApplicationScoped
class ReadAs {

    private final Viewer viewer;
    private final Granted granted;

    ReadAs(Viewer viewer, Granted granted) {
        this.viewer = viewer;
        this.granted = granted;
    }

    /** Whoever was told it sees all of it; nobody comes here to another's inbox with a right to the own alone. */
    Reader reader() {
        return granted.onlyOwn() ? new Reader(true, null) : new Reader(viewer.seesAll(), viewer.party());
    }
}
