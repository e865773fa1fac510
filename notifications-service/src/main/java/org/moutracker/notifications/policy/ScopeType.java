package org.moutracker.notifications.policy;

/** For what a policy is, from the most general to the most special, which wins. */
public enum ScopeType {
    /** No policy: the ladder that is built in. */
    DEFAULT,
    KIND,
    AGREEMENT,
    GROUP,
    DEADLINE
}
