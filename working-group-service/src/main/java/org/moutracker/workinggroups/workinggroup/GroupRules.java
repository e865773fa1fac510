package org.moutracker.workinggroups.workinggroup;

/** Whoever derives something from a group's terms: its meetings, its reports. Asked whenever the group or they change. */
public interface GroupRules {

    /** Brings what follows to what the group's terms and facts say by now; in the transaction that has changed them. */
    void follow(WorkingGroup group, String who);
}
