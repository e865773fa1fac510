package org.moutracker.workinggroups.page;

import java.util.List;

/**
 * The deadlines of a group that a page lists, and how many there are.
 *
 * @param open how many are open
 * @param overdue how many of them are overdue
 */
record Dues(List<Due> listed, int open, int overdue) {

    static final Dues NONE = new Dues(List.of(), 0, 0);

    /** Some that are all there are. */
    static Dues of(List<Due> all) {
        return new Dues(
                all, (int) all.stream().filter(due -> due.state().isOpen()).count(), (int) all.stream()
                        .filter(due -> due.state() == DueState.OVERDUE)
                        .count());
    }
}
