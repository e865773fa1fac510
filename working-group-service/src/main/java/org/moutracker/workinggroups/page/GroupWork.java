package org.moutracker.workinggroups.page;

import java.util.List;

/** What a group has to do and has done, as far as its viewer may see it. */
record GroupWork(
        Dues deadlines,
        List<Moved> moves,
        List<Gathering> meetings,
        List<Decided> decisions,
        Kin kin,
        List<Handed> reports) {}
