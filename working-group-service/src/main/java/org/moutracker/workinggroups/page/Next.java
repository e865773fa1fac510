package org.moutracker.workinggroups.page;

import java.util.List;

/** The deadline that comes first, on the clocks of every side. */
record Next(Due due, Countdown left, List<Clock> clocks) {}
