package org.moutracker.notifications.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moutracker.notifications.organization.Organization.Succession;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The organizations of which we have heard that they are not, or not any more, what they were registered as. */
@ApplicationScoped
public class Organizations {

    // In both directions, so that whoever begins at any of them arrives at all; UNION ends circles.
    private static final String RELATED = """
            WITH RECURSIVE related (id) AS (
                SELECT unnest(?)
                UNION
                SELECT linked.id FROM related CROSS JOIN LATERAL (
                    SELECT unnest(ARRAY[merged_into, succeeded_by]) FROM organization WHERE id = related.id
                    UNION ALL SELECT id FROM organization WHERE merged_into = related.id
                    UNION ALL SELECT id FROM organization WHERE succeeded_by = related.id) AS linked (id)
                WHERE linked.id IS NOT NULL)
            """;

    private final Sql sql;

    Organizations(Sql sql) {
        this.sql = sql;
    }

    void keep(List<Organization> organizations) {
        sql.update(
                """
                INSERT INTO organization (id, merged_into, succeeded_by, succeeded_on)
                SELECT id, merged_into, succeeded_by, succeeded_on::date
                FROM unnest(?, ?, ?, ?) AS heard (id, merged_into, succeeded_by, succeeded_on)
                ON CONFLICT (id) DO UPDATE SET
                    merged_into = excluded.merged_into, succeeded_by = excluded.succeeded_by,
                    succeeded_on = excluded.succeeded_on
                """,
                Column.ids(organizations, Organization::id),
                Column.ids(organizations, Organization::mergedInto),
                Column.ids(organizations, organization -> succession(organization)
                        .map(Succession::by)
                        .orElse(null)),
                Column.texts(organizations, organization -> succession(organization)
                        .map(Succession::on)
                        .orElse(null)));
    }

    private static Optional<Succession> succession(Organization organization) {
        return Optional.ofNullable(organization.succession());
    }

    /** These and whatever they are by merger or succession, in whichever direction. */
    public Set<UUID> related(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.query(
                        RELATED + "SELECT id FROM related", row -> row.getObject("id", UUID.class), Column.ids(ids)));
    }

    /** What is known of these and of all that they are related to. */
    public Lineage lineage(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Lineage.of(List.of())
                : Lineage.of(sql.query(
                        RELATED
                                + "SELECT id, merged_into, succeeded_by, succeeded_on FROM organization JOIN related USING (id)",
                        Organizations::read,
                        Column.ids(ids)));
    }

    private static Organization read(ResultSet row) throws SQLException {
        var by = row.getObject("succeeded_by", UUID.class);
        return new Organization(
                row.getObject("id", UUID.class),
                row.getObject("merged_into", UUID.class),
                by == null ? null : new Succession(by, row.getObject("succeeded_on", LocalDate.class)));
    }
}
