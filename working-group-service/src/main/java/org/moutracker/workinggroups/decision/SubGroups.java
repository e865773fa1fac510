package org.moutracker.workinggroups.decision;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.Composition;

/** Creates groups below others; in the caller's transaction, the parent locked. */
public interface SubGroups {

    /**
     * Creates one and tells of it.
     *
     * @param composition as usual when it is null
     */
    UUID create(
            UUID parent,
            String name,
            String type,
            List<String> functions,
            @Nullable Composition composition,
            String who);
}
