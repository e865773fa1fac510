package org.moutracker.workinggroups.page;

import java.util.List;

/** One side of a group: its people, and what it owes. */
record GroupSide(String code, List<Sitting> members, List<Lacking> lacking, List<Due> overdue) {

    public boolean owes() {
        return !lacking.isEmpty() || !overdue.isEmpty();
    }
}
