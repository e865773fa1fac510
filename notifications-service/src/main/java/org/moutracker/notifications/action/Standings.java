package org.moutracker.notifications.action;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.moutracker.notifications.action.Standing.Ended;
import org.moutracker.notifications.action.Standing.Open;
import org.moutracker.notifications.alert.AlertStatus;
import org.moutracker.notifications.alert.EndedBecause;
import org.moutracker.notifications.alert.LinkedAlert;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.plan.Situations;

/** Finds out how alerts stand now, from what is known now and not from what was true when they fired. */
@ApplicationScoped
class Standings {

    private final Plans plans;
    private final Situations situations;

    Standings(Plans plans, Situations situations) {
        this.plans = plans;
        this.situations = situations;
    }

    Standing of(LinkedAlert alert) {
        return plans.find(alert.deadlineId())
                .map(plan -> of(alert, situation(plan)))
                .orElseGet(() -> new Ended(Over.CANCELLED));
    }

    Situation situation(Plan plan) {
        return situations.of(List.of(plan)).getFirst();
    }

    private static Standing of(LinkedAlert alert, Situation situation) {
        var due = situation.deadline().due();
        if (alert.status() == AlertStatus.ENDED || due == null) {
            var because = requireNonNullElse(alert.endedBecause(), EndedBecause.CANCELLED);
            return new Ended(Over.of(because, situation.deadline().status()));
        }
        var outlook = Outlook.of(situation);
        var reader = situation.people().get(alert.recipientId());
        // Whoever has just left is found here before his alerts have ended.
        var answers = outlook.addressees().stream()
                .anyMatch(addressee -> addressee.id().equals(alert.recipientId()));
        return answers && reader != null ? new Open(alert, reader, outlook, due) : new Ended(Over.LEFT);
    }
}
