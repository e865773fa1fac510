package org.moutracker.notifications.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Role;

/** For whom something is read: what is internal to one side is seen by the people of that side alone. */
@ApplicationScoped
public class Viewer {

    /**
     * Holds for a deadline that its first parameter, whether the viewer sees all, or its second, the viewer's party, lets
     * be seen. Of an internal deadline every party of its side is responsible, or those that the side has named.
     */
    public static final String SEES = """
            (?::boolean OR deadline.state ->> 'internalTo' IS NULL
             OR deadline.state -> 'responsible' @> jsonb_build_array(jsonb_build_object('party', ?::text)))
            """;

    private final Caller caller;

    Viewer(Caller caller) {
        this.caller = caller;
    }

    /** An auditor reads everything. */
    public boolean seesAll() {
        return caller.is(Role.AUDITOR);
    }

    public @Nullable String party() {
        return caller.party().orElse(null);
    }

    public boolean sees(Deadline deadline) {
        var party = party();
        return deadline.internalTo() == null
                || seesAll()
                || deadline.responsible().stream()
                        .anyMatch(responsible -> responsible.party().equals(party));
    }
}
