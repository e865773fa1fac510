package org.moutracker.agreements.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;

/**
 * What something was at a past instant: as it is, without what its history has of the time since. So what is older than its
 * history needs none.
 */
@ApplicationScoped
public class PastStates {

    private static final String SINCE = """
            SELECT change FROM agreement_history AS entry,
                jsonb_array_elements(changes) WITH ORDINALITY AS one (change, place)
            WHERE agreement_id = ? AND at > ? AND change->>'kind' = ? ORDER BY entry.id DESC, place DESC
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    PastStates(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The fields of everything of a kind that an agreement had then, by id.
     *
     * @param now the same as it is; what the caller does not ask for may be left out
     */
    public Map<UUID, ObjectNode> of(UUID agreement, HistoryKind kind, Instant then, Map<UUID, ObjectNode> now) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SINCE)) {
            select.setObject(1, agreement);
            select.setObject(2, then.atOffset(ZoneOffset.UTC));
            select.setString(3, kind.name());
            var things = new LinkedHashMap<>(now);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    takeBack(json.readTree(row.getString("change")), things);
                }
            }
            return things;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the history of an agreement", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of an agreement cannot be read", e);
        }
    }

    private void takeBack(JsonNode change, Map<UUID, ObjectNode> things) {
        var id = UUID.fromString(change.get("id").asText());
        if (change.get("action").asText().equals(ThingChange.Action.ADDED.name())) {
            things.remove(id);
            return;
        }
        var fields = things.computeIfAbsent(id, _ -> json.createObjectNode());
        change.get("fields").forEach(field -> set(fields, field.get("field").asText(), field.get("from")));
    }

    private static void set(ObjectNode thing, String path, JsonNode value) {
        var names = path.split("\\.", -1);
        var inner = thing;
        for (var i = 0; i < names.length - 1; i++) {
            inner = inner.withObjectProperty(names[i]);
        }
        inner.set(names[names.length - 1], value);
    }
}
