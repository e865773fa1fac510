package org.moutracker.workinggroups.meeting;

import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Which notice the terms of a group ask for. */
final class Notices {

    private Notices() {}

    static Notice of(WorkingGroup group, @Nullable String reason) {
        var rule = group.terms().meetings();
        return new Notice(rule == null ? null : rule.notice(), reason);
    }
}
