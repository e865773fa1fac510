package org.moutracker.notifications.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.access.Self;
import org.moutracker.notifications.alert.AlertView.MoveView;
import org.moutracker.notifications.alert.AlertView.RecipientView;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.delivery.Deliveries;
import org.moutracker.notifications.delivery.DeliveryView;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.Moves;
import org.moutracker.notifications.mail.ReasonLink;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.notifications.workinggroup.Role;
import org.moutracker.platform.paging.Cursor;

/** Reads alerts for whoever asks, newest first. */
@ApplicationScoped
class AlertPages {

    /** Which alerts are asked for; null where that does not matter. */
    record Filter(
            @Nullable UUID deadline,
            @Nullable UUID agreement,
            @Nullable UUID recipient,
            @Nullable AlertStatus state) {}

    /** The place of an alert in the list. */
    record Position(Instant firedAt, UUID id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.instant(0), cursor.uuid(1));
        }

        static Cursor of(AlertView alert) {
            return Cursor.of(alert.firedAt(), alert.id());
        }
    }

    private static final String SELECT = "SELECT " + AlertState.COLUMNS
            + ", level, party, role, ended_at, content, name FROM alert LEFT JOIN recipient ON recipient.id = recipient_id ";

    private static final String SEEN =
            "EXISTS (SELECT FROM deadline WHERE deadline.id = deadline_id AND " + Viewer.SEES + ")";

    private final Sql sql;
    private final Json json;
    private final Deliveries deliveries;
    private final Viewer viewer;
    private final Self self;

    AlertPages(Sql sql, Json json, Deliveries deliveries, Viewer viewer, Self self) {
        this.sql = sql;
        this.json = json;
        this.deliveries = deliveries;
        this.viewer = viewer;
        this.self = self;
    }

    List<AlertView> find(Filter filter, @Nullable Position after, int limit) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        seen(where, arguments);
        with(where, arguments, "deadline_id = ?", filter.deadline());
        with(where, arguments, "agreement_id = ?", filter.agreement());
        with(where, arguments, "recipient_id = ?", filter.recipient());
        with(where, arguments, "state = ?", filter.state());
        if (after != null) {
            where.add("(fired_at, alert.id) < (?, ?)");
            arguments.add(after.firedAt());
            arguments.add(after.id());
        }
        arguments.add(limit);
        return withDeliveries(sql.query(
                SELECT + "WHERE " + String.join(" AND ", where) + " ORDER BY fired_at DESC, alert.id DESC LIMIT ?",
                this::read,
                arguments.toArray()));
    }

    List<AlertView> find(UUID id) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        with(where, arguments, "alert.id = ?", id);
        seen(where, arguments);
        return withDeliveries(
                sql.query(SELECT + "WHERE " + String.join(" AND ", where), this::read, arguments.toArray()));
    }

    /** What somebody was told he may see, be it internal to a side or not. */
    private void seen(List<String> where, List<@Nullable Object> arguments) {
        var only = self.only();
        if (only != null) {
            with(where, arguments, "recipient_id = ANY (?)", Column.ids(only));
        } else {
            where.add(SEEN);
            arguments.add(viewer.seesAll());
            arguments.add(viewer.party());
        }
    }

    private static void with(
            List<String> where, List<@Nullable Object> arguments, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            arguments.add(value);
        }
    }

    private List<AlertView> withDeliveries(List<Shown> alerts) {
        var of = deliveries.of(alerts.stream().map(shown -> shown.alert().id()).toList());
        return alerts.stream()
                .map(shown -> shown.with(of.getOrDefault(shown.alert().id(), List.of())))
                .toList();
    }

    /** An alert without its messages, which are read for all of a page at once. */
    private record Shown(
            AlertState alert,
            Level level,
            @Nullable Instant endedAt,
            RecipientView recipient,
            List<ReasonLink> reason,
            @Nullable Map<String, Object> rule,
            @Nullable MoveView moved) {

        AlertView with(List<DeliveryView> deliveries) {
            return new AlertView(
                    alert.id(),
                    alert.deadlineId(),
                    alert.agreementId(),
                    alert.workingGroupId(),
                    alert.planNo(),
                    alert.step(),
                    level,
                    alert.state(),
                    alert.endedBecause(),
                    alert.fireAt(),
                    alert.firedAt(),
                    endedAt,
                    alert.until(),
                    recipient,
                    deliveries,
                    reason,
                    rule,
                    moved,
                    alert.version());
        }
    }

    private Shown read(ResultSet row) throws SQLException {
        var alert = AlertState.read(row);
        var content = row.getString("content");
        var move = alert.step() == null ? json.read(content, Moves.Move.class) : null;
        var step = alert.step() == null ? null : json.read(content, AlertContent.class);
        return new Shown(
                alert,
                Level.valueOf(row.getString("level")),
                Sql.instant(row, "ended_at"),
                new RecipientView(
                        alert.recipientId(),
                        row.getString("name"),
                        row.getString("party"),
                        Role.valueOf(row.getString("role"))),
                step == null ? List.of() : step.reason(),
                step == null ? null : rule(step.rule()),
                move == null ? null : new MoveView(move.from(), move.lastDay(), move.over(), move.cause()));
    }

    private @Nullable Map<String, Object> rule(@Nullable JsonNode rule) {
        return rule == null || rule.isNull() ? null : json.read(rule.toString(), new TypeReference<>() {});
    }
}
