package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.moutracker.workinggroups.deadline.GroupDuties;

/** Looks at all that a group derives from its terms when one of its duties is settled by hand. */
@ApplicationScoped
@Transactional(MANDATORY)
class KeepDuties implements GroupDuties {

    private final WorkingGroupRepository groups;
    private final AskRules rules;

    KeepDuties(WorkingGroupRepository groups, AskRules rules) {
        this.groups = groups;
        this.rules = rules;
    }

    @Override
    public void lock(UUID workingGroup) {
        var _ = groups.lock(workingGroup);
    }

    @Override
    public void follow(UUID workingGroup, String who) {
        rules.about(groups.get(workingGroup), who);
    }
}
