package org.moutracker.workinggroups.calendar;

import java.time.Instant;

/** A calendar with who published it, when and why. */
record Revision(Calendar calendar, Instant publishedAt, String publishedBy, String reason) {}
