package org.moutracker.workinggroups.workinggroup;

/** How a group decides, sides being what votes. */
public enum DecisionRule {
    /** No side objects. */
    CONSENSUS,
    /** More sides are for it than against it. */
    MAJORITY
}
