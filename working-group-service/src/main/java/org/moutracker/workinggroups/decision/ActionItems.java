package org.moutracker.workinggroups.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.deadline.ActOnDeadline;
import org.moutracker.workinggroups.deadline.AskedRules;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.deadline.RuleOrDate;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;
import org.moutracker.workinggroups.workinggroup.LockGroup.Seat;

/** Opens action items, gives them to others and takes them back, each with its deadline; the group is locked. */
@ApplicationScoped
@Transactional(MANDATORY)
class ActionItems {

    private final ActionItemRepository items;
    private final GroupDeadlines deadlines;
    private final AskedRules askedRules;
    private final ActOnDeadline actOnDeadline;

    ActionItems(
            ActionItemRepository items, GroupDeadlines deadlines, AskedRules askedRules, ActOnDeadline actOnDeadline) {
        this.items = items;
        this.deadlines = deadlines;
        this.askedRules = askedRules;
        this.actOnDeadline = actOnDeadline;
    }

    /** What a decision assigns. */
    ActionItem decided(Locked group, Decision decision, Effect.AssignAction assign, String who) {
        return open(group, decision, assign, who);
    }

    /** What somebody takes on without a decision. */
    ActionItem taken(Locked group, Effect.AssignAction assign, String who) {
        return open(group, null, assign, who);
    }

    private ActionItem open(Locked group, @Nullable Decision decision, Effect.AssignAction assign, String who) {
        if (group.hasEnded()) {
            throw new RuleViolated("a group that is %s takes nothing on any more".formatted(group.status()));
        }
        group.requireParty("party", assign.party());
        var assignee = assign.assignee();
        var seat = assignee == null ? null : group.seat("assignee", assignee, assign.party());
        var due = RuleOrDate.read("due", assign.due());
        askedRules.check("due", group.id(), due);
        var item = new ActionItem(Ids.next(), group.id(), assign.title().strip(), assign.party(), due);
        item.assign(seat);
        if (decision != null) {
            item.decisionId = decision.id;
            item.number = decision.number();
        }
        deadlines.follow(group.id(), List.of(item.asked()), who);
        item.deadlineId = askedRules.idOf(item.source());
        items.persist(item);
        return item;
    }

    /** Another member, or nobody in particular, sees to it from now on. */
    void reassign(ActionItem item, @Nullable Seat seat, String who) {
        if (ActionStatus.of(items.row(item.id).deadline()) != ActionStatus.OPEN) {
            throw new RuleViolated("only an open action item is given to somebody else");
        }
        item.assign(seat);
        deadlines.follow(item.workingGroupId, List.of(item.asked()), who);
    }

    /** What somebody leaves open goes to who follows; answers how many that are. */
    int handOver(UUID group, UUID person, @Nullable Seat to, String who) {
        var open = items.lockOpenOf(group, person);
        open.forEach(item -> item.assign(to));
        deadlines.follow(group, open.stream().map(ActionItem::asked).toList(), who);
        return open.size();
    }

    /** What is still open of what a decision assigned is cancelled; answers those of which that is true. */
    List<ActionItem> cancelOpenOf(Decision decision, String reason, String who) {
        return items.ofDecision(decision.id).stream()
                .filter(item -> actOnDeadline.cancelIfOpen(item.deadlineId, reason, who))
                .toList();
    }
}
