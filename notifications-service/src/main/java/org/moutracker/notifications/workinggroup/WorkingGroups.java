package org.moutracker.notifications.workinggroup;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** The working groups that we have heard of, and who is in them. */
@ApplicationScoped
public class WorkingGroups {

    private final Sql sql;
    private final Json json;

    WorkingGroups(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** A membership with the group and the event that named it. */
    record Named(UUID groupId, WorkingGroup.Membership membership, java.time.Instant at) {}

    void keep(List<WorkingGroup> groups, List<Named> members) {
        sql.update(
                """
                INSERT INTO working_group (id, name, missing, agreements)
                SELECT id, name, missing::jsonb, agreements::uuid[]
                FROM unnest(?, ?, ?, ?) AS heard (id, name, missing, agreements)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, missing = excluded.missing, agreements = excluded.agreements
                """,
                Column.ids(groups, WorkingGroup::id),
                Column.texts(groups, WorkingGroup::name),
                Column.texts(groups, group -> json.write(group.missing())),
                Column.texts(groups, group -> array(group.agreements())));
        sql.update(
                "DELETE FROM member WHERE group_id = ANY (?) AND id <> ALL (?)",
                Column.ids(groups, WorkingGroup::id),
                Column.ids(members, named -> named.membership().id()));
        sql.update(
                """
                INSERT INTO member AS known (id, group_id, person_id, party, side, role, since, absences)
                SELECT id, group_id, person_id, party, side, role, since::timestamptz, absences::jsonb
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    AS heard (id, group_id, person_id, party, side, role, since, absences)
                ON CONFLICT (id) DO UPDATE SET
                    group_id = excluded.group_id, person_id = excluded.person_id, party = excluded.party,
                    side = excluded.side, role = excluded.role, since = least(known.since, excluded.since),
                    absences = excluded.absences
                """,
                Column.ids(members, named -> named.membership().id()),
                Column.ids(members, Named::groupId),
                Column.ids(members, named -> named.membership().personId()),
                Column.texts(members, named -> named.membership().party()),
                Column.texts(
                        members,
                        named -> requireNonNullElse(
                                named.membership().side(), named.membership().party())),
                Column.texts(members, named -> named.membership().role()),
                Column.texts(
                        members, named -> requireNonNullElse(named.membership().since(), named.at())),
                Column.texts(members, named -> json.write(named.membership().absences())));
    }

    /** As an array of PostgreSQL. */
    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(joining(",", "{", "}"));
    }

    /** The agreements that a group is for; also those that its deadlines alone have named so far. */
    public Map<UUID, List<UUID>> agreements(Collection<UUID> groups) {
        return sql
                .query(
                        """
                        SELECT id, unnest(agreements) AS agreement_id FROM working_group WHERE id = ANY (?)
                        UNION SELECT working_group_id, agreement_id FROM deadline
                        WHERE working_group_id = ANY (?) AND agreement_id IS NOT NULL
                        ORDER BY 1, 2
                        """,
                        row -> Map.entry(row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class)),
                        Column.ids(groups),
                        Column.ids(groups))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    public Map<UUID, List<Member>> members(Collection<UUID> groups) {
        return sql.query("""
                        SELECT group_id, person_id, party, side, role, since, absences FROM member
                        WHERE group_id = ANY (?) ORDER BY since, id
                        """, this::member, Column.ids(groups)).stream().collect(groupingBy(Member::groupId));
    }

    private Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("group_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("party"),
                row.getString("side"),
                Role.valueOf(row.getString("role")),
                requireNonNull(Sql.instant(row, "since")),
                json.read(row.getString("absences"), new TypeReference<>() {}));
    }

    public Map<UUID, GroupSummary> find(Collection<UUID> ids) {
        return sql
                .query(
                        "SELECT id, name, missing FROM working_group WHERE id = ANY (?)",
                        row -> new GroupSummary(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                json.read(row.getString("missing"), new TypeReference<>() {})),
                        Column.ids(ids))
                .stream()
                .collect(toMap(GroupSummary::id, group -> group));
    }
}
