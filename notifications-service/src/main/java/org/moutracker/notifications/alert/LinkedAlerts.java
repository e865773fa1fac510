package org.moutracker.notifications.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** What whoever has a link from an alert's message can see of it, and say in its recipient's name. */
@ApplicationScoped
public class LinkedAlerts {

    // Who made the request is known by the link alone: it was sent to the recipient.
    private static final String ENTERED_BY = "link";

    private final Sql sql;
    private final Json json;
    private final Plans plans;
    private final HeldAlerts held;
    private final QuietAlerts open;
    private final AcknowledgeAlert acknowledge;
    private final SnoozeAlert snooze;

    LinkedAlerts(
            Sql sql,
            Json json,
            Plans plans,
            HeldAlerts held,
            QuietAlerts open,
            AcknowledgeAlert acknowledge,
            SnoozeAlert snooze) {
        this.sql = sql;
        this.json = json;
        this.plans = plans;
        this.held = held;
        this.open = open;
        this.acknowledge = acknowledge;
        this.snooze = snooze;
    }

    /** Empty for what never was a step. */
    public Optional<LinkedAlert> find(UUID id) {
        return sql
                .query(
                        "SELECT " + OpenAlert.COLUMNS
                                + ", role, level, content FROM alert WHERE id = ? AND step IS NOT NULL",
                        row -> LinkedAlert.read(row, json),
                        id)
                .stream()
                .findFirst();
    }

    /** Likewise, once nobody can change it until this transaction ends: nothing of its deadline fires or moves. */
    public Optional<LinkedAlert> hold(UUID id) {
        return find(id).flatMap(found -> plans.lock(found.deadlineId())).flatMap(plan -> find(id));
    }

    /** Its recipient knows, and sees to it; answers until when that counts. */
    public Instant acknowledge(UUID id, @Nullable String note, @Nullable Instant until) {
        var form = new AcknowledgementForm(null, note, until);
        return acknowledge
                .acknowledge(held.holdLinked(id), null, form, ENTERED_BY)
                .acknowledgement()
                .until();
    }

    /** What he has reported done is not: the ladder goes on for him, too. The plan is held. */
    public void decline(UUID deadline, UUID recipient) {
        plans.find(deadline).ifPresent(plan -> acknowledge.decline(plan, recipient));
    }

    /** Of these days those until which it could wait. */
    public List<LocalDate> snoozes(UUID id, List<LocalDate> days) {
        var alert = open.find(id);
        var plan = alert.flatMap(one -> plans.find(one.state().deadlineId()));
        if (alert.isEmpty() || plan.isEmpty()) {
            return List.of();
        }
        return days.stream()
                .filter(day -> snooze.allows(
                        plan.get(), alert.get(), until(day).until(alert.get().zone())))
                .toList();
    }

    /** Its recipient hears of it again on the morning of that day; answers when. */
    public Instant snooze(UUID id, LocalDate day) {
        var alert = held.holdLinked(id);
        snooze.snooze(alert, null, until(day));
        return until(day).until(alert.alert().zone());
    }

    private static SnoozeForm until(LocalDate day) {
        return new SnoozeForm(day.toString());
    }
}
