package org.moutracker.notifications.delivery;

/** The ways to reach somebody. */
public enum Channel {
    MAIL
}
