package org.moutracker.notifications.nocontact;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** Who marked and lifted what and why; written once and for all. */
@ApplicationScoped
class NoContactHistory {

    private final Sql sql;

    NoContactHistory(Sql sql) {
        this.sql = sql;
    }

    void add(UUID mark, Instant at, NoContactView.What what, String by, String reason) {
        sql.update(
                "INSERT INTO no_contact_history (no_contact_id, at, what, by, reason) VALUES (?, ?, ?, ?, ?)",
                mark,
                at,
                what,
                by,
                reason.strip());
    }

    Map<UUID, List<NoContactView.Step>> of(Collection<UUID> marks) {
        return sql
                .query(
                        """
                        SELECT no_contact_id, at, what, by, reason FROM no_contact_history
                        WHERE no_contact_id = ANY (?) ORDER BY id
                        """,
                        row -> Map.entry(
                                row.getObject("no_contact_id", UUID.class),
                                new NoContactView.Step(
                                        requireNonNull(Sql.instant(row, "at")),
                                        NoContactView.What.valueOf(row.getString("what")),
                                        row.getString("by"),
                                        row.getString("reason"))),
                        Column.ids(marks))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
