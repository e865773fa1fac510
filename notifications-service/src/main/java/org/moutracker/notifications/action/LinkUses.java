package org.moutracker.notifications.action;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.moutracker.notifications.mail.ActionLink;
import org.moutracker.notifications.sql.Sql;

/** Which links have been used: each works once. Whoever uses one holds the plan of its deadline. */
@ApplicationScoped
class LinkUses {

    private final Sql sql;

    LinkUses(Sql sql) {
        this.sql = sql;
    }

    /** When it was used; empty while it can be. */
    Optional<Instant> of(ActionLink link) {
        return sql
                .query(
                        "SELECT used_at FROM action_use WHERE alert_id = ? AND round = ? AND action = ?",
                        row -> requireNonNull(Sql.instant(row, "used_at")),
                        link.subject(),
                        link.round(),
                        link.action())
                .stream()
                .findFirst();
    }

    void add(ActionLink link, Instant now) {
        sql.update(
                "INSERT INTO action_use (alert_id, round, action, used_at) VALUES (?, ?, ?, ?)",
                link.subject(),
                link.round(),
                link.action(),
                now);
    }
}
