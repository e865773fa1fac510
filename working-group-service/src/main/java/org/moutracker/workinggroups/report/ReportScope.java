package org.moutracker.workinggroups.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a report is to be about. */
record ReportScope(UUID group, @Nullable UUID agreement, LocalDate from, LocalDate to, Instant now) {}
