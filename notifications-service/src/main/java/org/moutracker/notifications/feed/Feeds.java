package org.moutracker.notifications.feed;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The calendars that somebody has asked for. */
@ApplicationScoped
class Feeds {

    private static final String SELECT =
            "SELECT id, person_id, working_group_id, created_at, created_by, ended_at, ended_by FROM calendar_feed ";

    private final Sql sql;

    Feeds(Sql sql) {
        this.sql = sql;
    }

    /** Whether there is anybody or anything to make a calendar of. */
    boolean knows(FeedForm form) {
        return form.person() == null
                ? exists("SELECT FROM working_group WHERE id = ?", form.workingGroup())
                : exists("SELECT FROM recipient WHERE id = ?", form.person());
    }

    private boolean exists(String query, @Nullable UUID id) {
        return !sql.query(query, row -> true, id).isEmpty();
    }

    /** How many of the same can still be read. */
    int open(FeedForm form) {
        return sql.query(
                        "SELECT count(*) AS open FROM calendar_feed WHERE ended_at IS NULL "
                                + "AND (person_id = ? OR working_group_id = ?)",
                        row -> row.getInt("open"),
                        form.person(),
                        form.workingGroup())
                .getFirst();
    }

    void add(Feed feed, LinkToken token) {
        sql.update(
                """
                INSERT INTO calendar_feed (id, person_id, working_group_id, token_hash, created_at, created_by)
                VALUES (?, ?, ?, decode(?, 'hex'), ?, ?)
                """, feed.id(), feed.person(), feed.workingGroup(), token.hash(), feed.createdAt(), feed.createdBy());
    }

    /** The one that can be read under an address; none of somebody who was erased. */
    Optional<Feed> readable(LinkToken token) {
        return sql.query(SELECT + """
                                WHERE token_hash = decode(?, 'hex') AND ended_at IS NULL
                                  AND (person_id IS NULL OR EXISTS (SELECT FROM recipient WHERE id = person_id))
                                """, Feeds::read, token.hash()).stream().findFirst();
    }

    Optional<Feed> find(UUID id) {
        return sql.query(SELECT + "WHERE id = ?", Feeds::read, id).stream().findFirst();
    }

    /** Ends one; one that has ended stays as it is. */
    void end(UUID id, Instant now, String by) {
        sql.update(
                "UPDATE calendar_feed SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL", now, by, id);
    }

    /**
     * Which calendars are asked for; null where that does not matter.
     *
     * @param only whose; of anybody's unless told
     */
    record Filter(
            @Nullable UUID person,
            @Nullable UUID workingGroup,
            @Nullable Set<UUID> only) {}

    /** The newest first. */
    List<Feed> page(Filter filter, @Nullable UUID after, int rows) {
        var person = filter.person();
        var group = filter.workingGroup();
        var only = filter.only() == null ? null : Column.ids(filter.only());
        return sql.query(SELECT + """
                        WHERE (?::uuid IS NULL OR person_id = ?) AND (?::uuid IS NULL OR working_group_id = ?)
                          AND (?::uuid[] IS NULL OR person_id = ANY (?)) AND (?::uuid IS NULL OR id < ?)
                        ORDER BY id DESC LIMIT ?
                        """, Feeds::read, person, person, group, group, only, only, after, after, rows);
    }

    private static Feed read(ResultSet row) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("working_group_id", UUID.class),
                requireNonNull(Sql.instant(row, "created_at")),
                row.getString("created_by"),
                Sql.instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
