package org.moutracker.workinggroups.person;

/** A way by which somebody can be told. */
public enum Channel {
    MAIL,
    IN_APP
}
