package org.moutracker.workinggroups.calendar;

import java.time.LocalDate;

/** A day that differs from its weekday. */
sealed interface Day permits ClosedDay, WorkingDay {

    // The event has all days of a calendar and must fit into a record of Kafka, a megabyte.
    int LONGEST_NAME = 100;

    LocalDate date();

    String name();

    /** Whether nobody has confirmed it yet. */
    boolean estimated();

    Day confirmed();
}
