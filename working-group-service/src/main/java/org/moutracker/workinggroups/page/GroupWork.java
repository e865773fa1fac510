package org.moutracker.workinggroups.page;

import java.util.List;

/** What a group has to do and has done, as far as its viewer may see it. */
record GroupWork(List<Due> deadlines, List<Moved> moves, List<Gathering> meetings, List<Decided> decisions) {}
