package org.moutracker.workinggroups.workinggroup;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** The members of all groups as rows: what the lists in the groups say, so that it can be asked by person. */
@ApplicationScoped
class SeatRows {

    private static final String UPSERT = """
            INSERT INTO member_seat AS seat (person_id, group_id, member_id, party, side, role, status, until)
            SELECT person_id, group_id, member_id, party, side, role, status, until
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?::date[])
                AS told (person_id, group_id, member_id, party, side, role, status, until)
            ON CONFLICT (member_id) DO UPDATE SET role = excluded.role, status = excluded.status, until = excluded.until
            WHERE (seat.role, seat.status, seat.until) IS DISTINCT FROM (excluded.role, excluded.status, excluded.until)
            """;

    private record Row(UUID group, MemberState member) {}

    /** Which seats a list is to show. */
    record Filter(
            @Nullable UUID person,
            @Nullable UUID group,
            @Nullable String party,
            @Nullable MemberRole role,
            @Nullable MemberStatus status,
            @Nullable Set<UUID> only) {}

    private final AgroalDataSource database;

    SeatRows(AgroalDataSource database) {
        this.database = database;
    }

    /** Brings the rows to what the groups say, in one statement; what is so already is not written. */
    void follow(List<WorkingGroupState> groups) {
        var last = new LinkedHashMap<UUID, WorkingGroupState>();
        groups.forEach(group -> last.put(group.id(), group));
        var rows = last.values().stream()
                .flatMap(group -> group.members().stream().map(member -> new Row(group.id(), member)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            fill(upsert, 1, "uuid", rows, row -> row.member().personId());
            fill(upsert, 2, "uuid", rows, Row::group);
            fill(upsert, 3, "uuid", rows, row -> row.member().id());
            fill(upsert, 4, "text", rows, row -> row.member().party());
            fill(upsert, 5, "text", rows, row -> row.member().side());
            fill(upsert, 6, "text", rows, row -> row.member().role().name());
            fill(upsert, 7, "text", rows, row -> row.member().status().name());
            fill(upsert, 8, "text", rows, row -> text(row.member().until()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep the members of groups", e);
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void fill(
            PreparedStatement statement, int index, String type, List<Row> rows, Function<Row, @Nullable Object> value)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                index, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }

    /** The groups in which somebody sits, in the order in which they are to be locked. */
    @Transactional
    List<UUID> groupsOf(UUID person) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT DISTINCT group_id FROM member_seat WHERE person_id = ? AND status <> 'ENDED' ORDER BY 1
                        """)) {
            select.setObject(1, person);
            var groups = new ArrayList<UUID>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(row.getObject(1, UUID.class));
                }
            }
            return groups;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the groups of a person", e);
        }
    }

    /** A page of them, in the order of nomination. */
    @Transactional
    List<SeatView> page(Filter filter, @Nullable UUID after, int rows) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        narrow("person_id", filter.person(), where, values);
        narrow("group_id", filter.group(), where, values);
        narrow("party", filter.party(), where, values);
        narrow("role", filter.role(), where, values);
        narrow("seat.status", filter.status(), where, values);
        if (filter.only() != null) {
            where.add("group_id = ANY (?)");
            values.add(filter.only().toArray(UUID[]::new));
        }
        if (after != null) {
            where.add("member_id > ?");
            values.add(after);
        }
        var sql =
                """
                SELECT member_id, person_id, group_id, working_group.name AS group_name,
                       working_group.status AS group_status, party, side, role, seat.status, until
                FROM member_seat AS seat JOIN working_group ON working_group.id = group_id
                """ + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where)) + " ORDER BY member_id LIMIT ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            var index = 1;
            for (var value : values) {
                select.setObject(index++, value instanceof Enum<?> constant ? constant.name() : value);
            }
            select.setInt(index, rows);
            var page = new ArrayList<SeatView>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    page.add(view(row));
                }
            }
            return page;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the members of groups", e);
        }
    }

    private static void narrow(String column, @Nullable Object value, List<String> where, List<Object> values) {
        if (value != null) {
            where.add(column + " = ?");
            values.add(value);
        }
    }

    private static SeatView view(ResultSet row) throws SQLException {
        return new SeatView(
                row.getObject("member_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("group_name"),
                WorkingGroupStatus.valueOf(row.getString("group_status")),
                row.getString("party"),
                row.getString("side"),
                MemberRole.valueOf(row.getString("role")),
                MemberStatus.valueOf(row.getString("status")),
                row.getObject("until", LocalDate.class));
    }
}
