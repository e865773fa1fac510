package org.moutracker.notifications.workinggroup;

/** What a side has yet to do for the group to be complete, such as nominating its {@code CO_CHAIR}. */
public record Missing(String side, String what) {}
