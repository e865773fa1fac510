package org.moutracker.timerules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What a rule comes to on one clock. */
record Outcome(
        ZoneId zone,
        LocalDate lastDay,
        Instant dueAt,
        boolean provisional,
        List<String> warnings,
        List<Explained> explanation) {}
