package org.moutracker.workinggroups.workinggroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;

/** Does something with a group, in the caller's transaction: it is locked first, whatever follows from it afterwards. */
@ApplicationScoped
class ChangeGroup {

    /** What is done, when and by whom. */
    interface Command {
        void on(WorkingGroup group, Instant now, String who);
    }

    /** Likewise, with an answer of its own. */
    interface Asking<T> {
        T on(WorkingGroup group, Instant now, String who);
    }

    private final WorkingGroupRepository groups;
    private final Caller caller;
    private final InstantSource clock;

    ChangeGroup(WorkingGroupRepository groups, Caller caller, InstantSource clock) {
        this.groups = groups;
        this.caller = caller;
        this.clock = clock;
    }

    /** Answers with the group as it is afterwards. */
    WorkingGroupView by(UUID id, @Nullable String ifMatch, Command command) {
        return asking(id, ifMatch, (group, now, who) -> {
            command.on(group, now, who);
            groups.flush();
            return groups.view(id);
        });
    }

    <T> T asking(UUID id, @Nullable String ifMatch, Asking<T> command) {
        var group = groups.lock(id);
        Versions.allow(ifMatch, group.version);
        return command.on(group, clock.instant(), caller.name());
    }
}
