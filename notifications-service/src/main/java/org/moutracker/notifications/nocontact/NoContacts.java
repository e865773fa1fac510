package org.moutracker.notifications.nocontact;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The marks of those who must not be told anything, standing and lifted. */
@ApplicationScoped
public class NoContacts {

    private static final String SELECT =
            "SELECT id, agreement_id, side, organization_id, since, lifted_at, version FROM no_contact ";

    private final Sql sql;

    NoContacts(Sql sql) {
        this.sql = sql;
    }

    /** Those that stand and are about one of these agreements or organizations. */
    public List<Mark> standing(Collection<UUID> agreements, Collection<UUID> organizations) {
        return sql.query(
                SELECT + "WHERE lifted_at IS NULL AND (agreement_id = ANY (?) OR organization_id = ANY (?))",
                NoContacts::read,
                Column.ids(agreements),
                Column.ids(organizations));
    }

    /** Keeps one; false when another stands for the same. */
    boolean add(Mark mark) {
        return sql.update("""
                        INSERT INTO no_contact (id, agreement_id, side, organization_id, since) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, mark.id(), mark.agreementId(), mark.side(), mark.organizationId(), mark.since()) == 1;
    }

    Optional<Mark> find(UUID id) {
        return sql.query(SELECT + "WHERE id = ?", NoContacts::read, id).stream().findFirst();
    }

    Optional<Mark> lock(UUID id) {
        return sql.query(SELECT + "WHERE id = ? FOR UPDATE", NoContacts::read, id).stream()
                .findFirst();
    }

    void keep(Mark lifted) {
        sql.update(
                "UPDATE no_contact SET lifted_at = ?, version = ? WHERE id = ?",
                lifted.liftedAt(),
                lifted.version(),
                lifted.id());
    }

    /** Which marks are asked for; null where that does not matter. */
    record Filter(
            @Nullable UUID agreement,
            @Nullable UUID organization,
            @Nullable Boolean standing) {}

    /** The latest first. */
    List<Mark> page(Filter filter, @Nullable UUID after, int limit) {
        var where = new ArrayList<>(List.of("true"));
        var arguments = new ArrayList<@Nullable Object>();
        if (filter.agreement() != null) {
            where.add("agreement_id = ?");
            arguments.add(filter.agreement());
        }
        if (filter.organization() != null) {
            where.add("organization_id = ?");
            arguments.add(filter.organization());
        }
        var standing = filter.standing();
        if (standing != null) {
            where.add(standing ? "lifted_at IS NULL" : "lifted_at IS NOT NULL");
        }
        if (after != null) {
            where.add("id < ?");
            arguments.add(after);
        }
        arguments.add(limit);
        return sql.query(
                SELECT + "WHERE " + String.join(" AND ", where) + " ORDER BY id DESC LIMIT ?",
                NoContacts::read,
                arguments.toArray());
    }

    private static Mark read(ResultSet row) throws SQLException {
        return new Mark(
                row.getObject("id", UUID.class),
                row.getObject("agreement_id", UUID.class),
                row.getString("side"),
                row.getObject("organization_id", UUID.class),
                requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "lifted_at"),
                row.getLong("version"));
    }
}
