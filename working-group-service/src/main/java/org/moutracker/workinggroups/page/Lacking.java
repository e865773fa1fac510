package org.moutracker.workinggroups.page;

/** A role in which a side has yet to name so many. */
record Lacking(String role, long count) {}
