package org.moutracker.notifications.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.platform.problem.NotFound;

/** Finds an alert that the caller may see, and holds its plan: first the plan, as whoever fires does. */
@ApplicationScoped
class HeldAlerts {

    private final AlertPages pages;
    private final QuietAlerts alerts;
    private final Plans plans;

    HeldAlerts(AlertPages pages, QuietAlerts alerts, Plans plans) {
        this.pages = pages;
        this.alerts = alerts;
        this.plans = plans;
    }

    /** An alert that stays as it is. */
    record Held(Plan plan, OpenAlert alert) {}

    OpenAlert find(UUID id) {
        if (pages.find(id).isEmpty()) {
            throw new NotFound("alert");
        }
        return alerts.find(id).orElseThrow(() -> new NotFound("alert"));
    }

    /** The alert is read again once nobody can change it. */
    Held hold(UUID id) {
        return held(find(id));
    }

    /** Likewise for whoever has a link that was sent to its recipient: what he was told he may see. */
    Held holdLinked(UUID id) {
        return held(alerts.find(id).orElseThrow(() -> new NotFound("alert")));
    }

    private Held held(OpenAlert found) {
        var id = found.state().id();
        var plan = plans.lock(found.state().deadlineId()).orElseThrow(() -> new NotFound("alert"));
        return new Held(plan, alerts.find(id).orElseThrow(() -> new NotFound("alert")));
    }
}
