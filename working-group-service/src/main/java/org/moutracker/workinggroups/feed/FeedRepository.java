package org.moutracker.workinggroups.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.timerules.Explained;

/** Reads a group, what is due in it and in its agreements, and its meetings. */
@ApplicationScoped
class FeedRepository {

    /** More than anybody has in a calendar, and still a few megabytes: the newest are kept. */
    static final int MOST = 2_000;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    /** A party as the group keeps it. */
    private record Party(String code, String zone) {}

    FeedRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Transactional
    FeedGroup group(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT name, parties FROM working_group WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("working group");
                }
                var parties = parse(row.getString("parties"), new TypeReference<List<Party>>() {});
                return new FeedGroup(
                        id,
                        row.getString("name"),
                        clocks(parties),
                        deadlines(connection, id),
                        meetings(connection, id));
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the deadlines of a group", e);
        }
    }

    private static List<FeedGroup.Clock> clocks(List<Party> parties) {
        var byZone = new LinkedHashMap<String, String>();
        parties.forEach(party -> byZone.merge(party.zone(), party.code(), (codes, code) -> codes + ", " + code));
        return byZone.entrySet().stream()
                .map(zone -> new FeedGroup.Clock(zone.getKey(), zone.getValue()))
                .toList();
    }

    private List<FeedDeadline> deadlines(Connection connection, UUID group) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT id, version, kind, title, status, certainty, last_day, due_at, explanation,
                       concat_ws(', ', origin ->> 'commitment', origin ->> 'clause') AS origin,
                       greatest(scheduled_at,
                           (SELECT max(at) FROM deadline_change WHERE deadline_id = deadline.id)) AS changed_at
                FROM deadline
                WHERE (working_group_id = ?
                       OR agreement_id = ANY (SELECT unnest(agreements) FROM working_group WHERE id = ?))
                  AND last_day IS NOT NULL AND due_at IS NOT NULL
                  -- What is internal to a side is in no calendar that all sides read.
                  AND internal_to IS NULL
                ORDER BY id DESC LIMIT ?
                """)) {
            select.setObject(1, group);
            select.setObject(2, group);
            select.setInt(3, MOST);
            var deadlines = new ArrayList<FeedDeadline>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    deadlines.add(deadline(row));
                }
            }
            deadlines.sort(Comparator.comparing(FeedDeadline::lastDay).thenComparing(FeedDeadline::id));
            return deadlines;
        }
    }

    private FeedDeadline deadline(ResultSet row) throws SQLException {
        return new FeedDeadline(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("status"),
                row.getString("certainty"),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("due_at").toInstant(),
                parse(row.getString("explanation"), new TypeReference<List<Explained>>() {}),
                row.getString("origin"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static List<FeedMeeting> meetings(Connection connection, UUID group) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT id, version, title, status, starts_at, ends_at, place, online, host, changed_at
                FROM meeting WHERE working_group_id = ? AND starts_at IS NOT NULL
                ORDER BY starts_order DESC, id DESC LIMIT ?
                """)) {
            select.setObject(1, group);
            select.setInt(2, MOST);
            var meetings = new ArrayList<FeedMeeting>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    meetings.add(new FeedMeeting(
                            row.getObject("id", UUID.class),
                            row.getLong("version"),
                            row.getString("title"),
                            row.getString("status"),
                            row.getTimestamp("starts_at").toInstant(),
                            row.getTimestamp("ends_at").toInstant(),
                            row.getString("place"),
                            row.getString("online"),
                            row.getString("host"),
                            row.getTimestamp("changed_at").toInstant()));
                }
            }
            return meetings.reversed();
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored deadline cannot be read", e);
        }
    }
}
