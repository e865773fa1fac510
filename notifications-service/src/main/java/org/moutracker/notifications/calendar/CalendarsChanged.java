package org.moutracker.notifications.calendar;

import java.util.Set;

/** The working days of these authorities are others now; told within the transaction that keeps them. */
public record CalendarsChanged(Set<String> authorities) {}
