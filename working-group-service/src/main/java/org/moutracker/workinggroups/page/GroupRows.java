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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** Reads groups. */
@ApplicationScoped
class GroupRows {

    private static final String COLUMNS = "SELECT id, name, type, status, established_on, parties, members, missing ";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    GroupRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    List<GroupRow> find(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS + "FROM working_group WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return read(select);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read groups", e);
        }
    }

    /** Those in which a person sits. */
    List<GroupRow> of(UUID person) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS + """
                        FROM working_group
                        WHERE id IN (SELECT group_id FROM member_seat WHERE person_id = ? AND status <> 'ENDED')
                        """)) {
            select.setObject(1, person);
            return read(select).stream()
                    .filter(group -> group.members().stream()
                            .anyMatch(member -> member.personId().equals(person) && !member.hasEnded()))
                    .toList();
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the groups of a person", e);
        }
    }

    private List<GroupRow> read(PreparedStatement select) throws SQLException {
        var groups = new ArrayList<GroupRow>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                groups.add(group(row));
            }
        }
        return groups;
    }

    private GroupRow group(ResultSet row) throws SQLException {
        return new GroupRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getString("status"),
                row.getObject("established_on", LocalDate.class),
                parse(row.getString("parties"), new TypeReference<List<GroupParty>>() {}),
                parse(row.getString("members"), new TypeReference<List<GroupRow.MemberRow>>() {}),
                parse(row.getString("missing"), new TypeReference<List<GroupRow.MissingRow>>() {}));
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored group cannot be read", e);
        }
    }
}
