package org.moutracker.workinggroups.page;

import java.time.LocalDate;

/** A decision on a page. */
record Decided(String number, String title, LocalDate day, String status) {}
