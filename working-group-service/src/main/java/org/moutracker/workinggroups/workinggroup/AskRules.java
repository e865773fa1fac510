package org.moutracker.workinggroups.workinggroup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Asks everybody who derives something from a group's terms. */
@ApplicationScoped
class AskRules {

    private final WorkingGroupRepository groups;
    private final Instance<GroupRules> rules;

    AskRules(WorkingGroupRepository groups, @Any Instance<GroupRules> rules) {
        this.groups = groups;
        this.rules = rules;
    }

    /** Whatever was told of the group before is a version of its own. */
    void about(WorkingGroup group, String who) {
        groups.flush();
        rules.forEach(rule -> rule.follow(group, who));
    }
}
