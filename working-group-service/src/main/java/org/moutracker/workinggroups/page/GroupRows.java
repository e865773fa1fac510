package org.moutracker.workinggroups.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.workinggroups.workinggroup.Chair;
import org.moutracker.workinggroups.workinggroup.Composition;
import org.moutracker.workinggroups.workinggroup.Grounds;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Member;
import org.moutracker.workinggroups.workinggroup.SeatsAt;

/** Reads groups as they are at an instant. */
@ApplicationScoped
class GroupRows {

    private static final String COLUMNS = """
            SELECT id, name, type, status, established_on, parties, composition, members, dormant_because, dormant_on,
                   ended_on, grounds, chair
            FROM working_group
            """;

    private static final TypeReference<List<GroupParty>> PARTIES = new TypeReference<>() {};
    private static final TypeReference<List<Member>> MEMBERS = new TypeReference<>() {};
    private static final TypeReference<Chair> CHAIR = new TypeReference<>() {};
    private static final TypeReference<Composition> COMPOSITION = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    GroupRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    boolean isKnown(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT FROM working_group WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot look for a group", e);
        }
    }

    List<GroupRow> find(Collection<UUID> ids, Instant now) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS + "WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return read(select, now);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read groups", e);
        }
    }

    /** Those in which a person sits. */
    List<GroupRow> of(UUID person, Instant now) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS + """
                        WHERE id IN (SELECT group_id FROM member_seat WHERE person_id = ? AND status <> 'ENDED')
                        """)) {
            select.setObject(1, person);
            return read(select, now).stream()
                    .filter(group ->
                            group.sitting().anyMatch(member -> member.personId().equals(person)))
                    .toList();
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the groups of a person", e);
        }
    }

    private List<GroupRow> read(PreparedStatement select, Instant now) throws SQLException {
        var groups = new ArrayList<GroupRow>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                groups.add(group(row, now));
            }
        }
        return groups;
    }

    private GroupRow group(ResultSet row, Instant now) throws SQLException {
        var parties = parse(row.getString("parties"), PARTIES);
        var seats = SeatsAt.of(
                parse(row.getString("composition"), COMPOSITION),
                parties,
                parse(row.getString("members"), MEMBERS),
                now);
        var endedOn = row.getObject("ended_on", LocalDate.class);
        return new GroupRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getString("status"),
                row.getObject("established_on", LocalDate.class),
                parties,
                seats.members(),
                endedOn == null ? seats.missing() : List.of(),
                new GroupState(
                        row.getString("dormant_because"),
                        row.getObject("dormant_on", LocalDate.class),
                        endedOn,
                        endedOn == null
                                ? seats.vacant().stream().map(ShownText::of).toList()
                                : List.of(),
                        Grounds.valueOf(row.getString("grounds")),
                        endedOn == null && row.getString("chair") != null
                                ? parse(row.getString("chair"), CHAIR)
                                : null));
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored group cannot be read", e);
        }
    }
}
