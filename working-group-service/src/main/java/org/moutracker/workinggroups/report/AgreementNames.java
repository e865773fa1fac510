package org.moutracker.workinggroups.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** What people call agreements, as far as it was heard. */
@ApplicationScoped
class AgreementNames {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    AgreementNames(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The names of an agreement.
     *
     * @param title by language
     */
    record Name(@Nullable String reference, Map<String, String> title) {

        static final Name NONE = new Name(null, Map.of());
    }

    Map<UUID, Name> of(Collection<UUID> agreements) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT id, reference, title FROM agreement WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", agreements.toArray()));
            var names = new HashMap<UUID, Name>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    names.put(
                            row.getObject("id", UUID.class),
                            new Name(
                                    row.getString("reference"),
                                    json.readValue(row.getString("title"), new TypeReference<>() {})));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what agreements are called", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what agreements are called cannot be read", e);
        }
    }
}
