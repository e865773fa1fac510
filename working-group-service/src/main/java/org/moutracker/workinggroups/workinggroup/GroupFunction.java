package org.moutracker.workinggroups.workinggroup;

/** What a group is for. Commitments may name others, which are kept as they are told. */
enum GroupFunction {
    SUPERVISE,
    COORDINATE,
    IMPLEMENT,
    MONITOR,
    ADVISE,
    REVIEW,
    OTHER
}
