package org.moutracker.notifications.contactpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The contact points of organizations that we have heard of. */
@ApplicationScoped
public class ContactPoints {

    private final Sql sql;

    ContactPoints(Sql sql) {
        this.sql = sql;
    }

    void keep(List<ContactPoint> points) {
        sql.update(
                """
                INSERT INTO contact_point (id, organization_id, person_id, first_day, last_day)
                SELECT id, organization_id, person_id, first_day::date, last_day::date
                FROM unnest(?, ?, ?, ?, ?) AS heard (id, organization_id, person_id, first_day, last_day)
                ON CONFLICT (id) DO UPDATE SET
                    organization_id = excluded.organization_id, person_id = excluded.person_id,
                    first_day = excluded.first_day, last_day = excluded.last_day
                """,
                Column.ids(points, ContactPoint::id),
                Column.ids(points, ContactPoint::organizationId),
                Column.ids(points, ContactPoint::personId),
                Column.texts(points, ContactPoint::from),
                Column.texts(points, ContactPoint::until));
    }

    /** Those of these organizations whose time is not over by a day; one that never began has none. */
    public List<ContactPoint> of(Collection<UUID> organizations, LocalDate day) {
        return organizations.isEmpty()
                ? List.of()
                : sql.query("""
                        SELECT id, organization_id, person_id, first_day, last_day FROM contact_point
                        WHERE organization_id = ANY (?)
                          AND (last_day IS NULL OR last_day >= greatest(first_day, ?::date))
                        ORDER BY first_day, id
                        """, ContactPoints::read, Column.ids(organizations), day);
    }

    private static ContactPoint read(ResultSet row) throws SQLException {
        return new ContactPoint(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    /** The organizations of which these people are contact points. */
    public List<UUID> organizations(Collection<UUID> people) {
        return sql.query(
                "SELECT DISTINCT organization_id FROM contact_point WHERE person_id = ANY (?)",
                row -> row.getObject("organization_id", UUID.class),
                Column.ids(people));
    }
}
