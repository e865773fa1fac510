package org.moutracker.notifications.preference;

/** How often somebody gets a digest. */
public enum Rhythm {
    NONE,
    DAILY,
    WEEKLY
}
