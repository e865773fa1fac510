package org.moutracker.notifications.inbox;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.paging.Count;

/** Reads inboxes for whoever asks. */
@ApplicationScoped
class InboxPages {

    private static final String SELECT = """
            SELECT number, round, id, recipient_id, deadline_id, agreement_id, working_group_id, level, step, state, fired_at,
                read_at, content ->> 'title' AS title, content ->> 'reference' AS reference,
                content ->> 'lastDay' AS last_day, content ->> 'from' AS moved_from
            FROM alert
            """;

    /** What a reader may see; the conditions of a {@link Reader} before all others. */
    static final String SEEN = """
            WHERE (?::text IS NULL OR party = ?)
              AND EXISTS (SELECT FROM deadline WHERE deadline.id = deadline_id AND %s)
            """.formatted(Viewer.SEES);

    private final Sql sql;

    InboxPages(Sql sql) {
        this.sql = sql;
    }

    /** Which of an inbox are asked for; null where that does not matter. */
    record Filter(
            @Nullable Boolean read,
            @Nullable Level level,
            @Nullable UUID agreement) {}

    /** An item with whose it is. */
    record Item(UUID recipientId, InboxView view) {}

    boolean isKnown(UUID recipient) {
        return !sql.query("SELECT 1 AS one FROM recipient WHERE id = ?", row -> row.getInt("one"), recipient)
                .isEmpty();
    }

    /** The latest first. */
    List<InboxView> page(UUID recipient, Reader reader, Filter filter, @Nullable Long before, int limit) {
        var where = new StringBuilder(" AND recipient_id = ?");
        var arguments = seen(reader);
        arguments.add(recipient);
        var read = filter.read();
        if (read != null) {
            where.append(read ? " AND read_at IS NOT NULL" : " AND read_at IS NULL");
        }
        if (filter.level() != null) {
            where.append(" AND level = ?");
            arguments.add(filter.level());
        }
        if (filter.agreement() != null) {
            where.append(" AND agreement_id = ?");
            arguments.add(filter.agreement());
        }
        if (before != null) {
            where.append(" AND number < ?");
            arguments.add(before);
        }
        arguments.add(limit);
        return views(SELECT + SEEN + where + " ORDER BY number DESC LIMIT ?", arguments);
    }

    Optional<InboxView> find(UUID recipient, Reader reader, UUID alert) {
        var arguments = seen(reader);
        arguments.addAll(Arrays.asList(recipient, alert));
        return views(SELECT + SEEN + " AND recipient_id = ? AND id = ?", arguments).stream()
                .findFirst();
    }

    /** What came after a number and is known by another, oldest first. */
    List<InboxView> between(UUID recipient, Reader reader, long after, long until, int limit) {
        var arguments = seen(reader);
        arguments.addAll(Arrays.asList(recipient, after, until, limit));
        return views(
                SELECT + SEEN + " AND recipient_id = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?",
                arguments);
    }

    /** Those of these that a reader may see, whosever they are. */
    List<Item> of(List<Long> numbers, Reader reader) {
        var arguments = seen(reader);
        arguments.add(Column.numbers(numbers, number -> number));
        return sql.query(
                SELECT + SEEN + " AND number = ANY (?) ORDER BY number",
                row -> new Item(row.getObject("recipient_id", UUID.class), view(row)),
                arguments.toArray());
    }

    Count unread(UUID recipient, Reader reader) {
        var arguments = seen(reader);
        arguments.addAll(Arrays.asList(recipient, Count.MOST + 1));
        return sql.query(
                        "SELECT count(*) AS unread FROM (SELECT FROM alert " + SEEN
                                + " AND recipient_id = ? AND read_at IS NULL LIMIT ?) AS counted",
                        row -> Count.of(row.getLong("unread")),
                        arguments.toArray())
                .getFirst();
    }

    static List<@Nullable Object> seen(Reader reader) {
        return new ArrayList<@Nullable Object>(
                Arrays.asList(reader.party(), reader.party(), reader.seesAll(), reader.party()));
    }

    private List<InboxView> views(String statement, List<@Nullable Object> arguments) {
        return sql.query(statement, InboxPages::view, arguments.toArray());
    }

    private static InboxView view(ResultSet row) throws SQLException {
        return new InboxView(
                row.getObject("id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getObject("agreement_id", UUID.class),
                row.getObject("working_group_id", UUID.class),
                row.getString("title"),
                row.getString("reference"),
                Level.valueOf(row.getString("level")),
                Optional.ofNullable(row.getObject("step", Integer.class))
                        .map(step -> new Step(step).toString())
                        .orElse(null),
                day(row, "last_day"),
                day(row, "moved_from"),
                !row.getString("state").equals("ENDED"),
                requireNonNull(Sql.instant(row, "fired_at")),
                Sql.instant(row, "read_at"),
                row.getInt("round"),
                row.getLong("number"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getString(column);
        return day == null ? null : LocalDate.parse(day);
    }
}
