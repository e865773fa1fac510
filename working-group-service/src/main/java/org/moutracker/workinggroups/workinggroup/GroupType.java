package org.moutracker.workinggroups.workinggroup;

/** What kind of body a group is. Commitments may name others, which are kept as they are told. */
enum GroupType {
    JOINT_WORKING_GROUP,
    JOINT_COMMITTEE,
    JOINT_COMMISSION,
    STEERING_COMMITTEE,
    TECHNICAL_COMMITTEE,
    TASK_FORCE,
    EXPERT_GROUP,
    SUB_GROUP,
    SECRETARIAT,
    OTHER
}
