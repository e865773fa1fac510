package org.moutracker.notifications.policy;

/** By what a step reaches its readers. */
public enum StepChannel {
    MAIL,
    IN_APP
}
