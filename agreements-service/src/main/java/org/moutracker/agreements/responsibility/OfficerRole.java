package org.moutracker.agreements.responsibility;

/** What somebody is to an agreement: the officer who leads, one beside, or somebody who only wants to know. */
enum OfficerRole {
    LEAD,
    OFFICER,
    FOLLOWER;

    /** Whether somebody in that role has to act. */
    boolean isResponsible() {
        return switch (this) {
            case LEAD, OFFICER -> true;
            case FOLLOWER -> false;
        };
    }
}
