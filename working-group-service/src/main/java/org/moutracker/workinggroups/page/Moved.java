package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** That a deadline got another day. */
record Moved(UUID deadline, Instant at, LocalDate to) {}
