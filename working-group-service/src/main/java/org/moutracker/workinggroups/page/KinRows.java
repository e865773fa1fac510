package org.moutracker.workinggroups.page;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;

/** Reads the groups above and below groups. */
@ApplicationScoped
class KinRows {

    /** More sub-groups than any group that we know of has; what is beyond is counted. */
    private static final int MOST = 30;

    private final AgroalDataSource database;

    KinRows(AgroalDataSource database) {
        this.database = database;
    }

    Map<UUID, Kin> of(Collection<UUID> groups) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT wanted.id AS kin_of, kin.* FROM unnest(?::uuid[]) AS wanted (id)
                        CROSS JOIN LATERAL (
                            SELECT true AS above, name, type, status, 1 AS number FROM working_group
                            WHERE id = (SELECT parent_id FROM working_group WHERE id = wanted.id)
                            UNION ALL
                            (SELECT false, name, type, status, count(*) OVER ()::integer FROM working_group
                             WHERE parent_id = wanted.id ORDER BY id LIMIT ?)) AS kin
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", groups.toArray()));
            select.setInt(2, MOST);
            var found = new HashMap<UUID, Kin>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.merge(row.getObject("kin_of", UUID.class), kin(row), KinRows::both);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the groups above and below groups", e);
        }
    }

    private static Kin kin(ResultSet row) throws SQLException {
        var one = new Relative(ShownText.of(row.getString("name")), row.getString("type"), row.getString("status"));
        return row.getBoolean("above") ? new Kin(one, List.of(), 0) : new Kin(null, List.of(one), row.getInt("number"));
    }

    private static Kin both(Kin one, Kin other) {
        var below = new ArrayList<>(one.below());
        below.addAll(other.below());
        return new Kin(
                one.parent() == null ? other.parent() : one.parent(), below, Math.max(one.count(), other.count()));
    }
}
