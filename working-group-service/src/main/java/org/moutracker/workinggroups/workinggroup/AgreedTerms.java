package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** Every version of the terms of reference that was ever agreed. */
@ApplicationScoped
class AgreedTerms {

    /** A version, with who entered it when and why. */
    @Schema(name = "AgreedTerms", description = "A version of a group's terms of reference.")
    record Agreed(
            @Schema(required = true, examples = "2") int version,
            @Schema(required = true) TermsOfReference terms,
            @Schema(required = true) Composition composition,

            @Schema(nullable = true, description = "Where it can be read.") @Nullable
            String document,

            @Schema(nullable = true, description = "Why it is as it is.") @Nullable
            String reason,

            @Schema(required = true, examples = "2025-11-10T09:00:00Z")
            Instant agreedAt,

            @Schema(required = true, examples = "registrar") String agreedBy) {}

    private final AgroalDataSource database;
    private final ObjectMapper json;

    AgreedTerms(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(MANDATORY)
    void keep(UUID group, Agreed agreed) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO agreed_terms
                            (working_group_id, version, terms, composition, document, reason, agreed_at, agreed_by)
                        VALUES (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, group);
            insert.setInt(2, agreed.version());
            insert.setString(3, json.writeValueAsString(agreed.terms()));
            insert.setString(4, json.writeValueAsString(agreed.composition()));
            insert.setString(5, agreed.document());
            insert.setString(6, agreed.reason());
            insert.setObject(7, agreed.agreedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, agreed.agreedBy());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep terms of reference", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write terms of reference", e);
        }
    }

    /** Those after a version, oldest first. */
    @Transactional
    List<Agreed> after(UUID group, long version, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT version, terms, composition, document, reason, agreed_at, agreed_by FROM agreed_terms
                        WHERE working_group_id = ? AND version > ? ORDER BY version LIMIT ?
                        """)) {
            select.setObject(1, group);
            select.setLong(2, version);
            select.setInt(3, rows);
            var agreed = new ArrayList<Agreed>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    agreed.add(new Agreed(
                            row.getInt("version"),
                            json.readValue(row.getString("terms"), TermsOfReference.class),
                            json.readValue(row.getString("composition"), Composition.class),
                            row.getString("document"),
                            row.getString("reason"),
                            row.getTimestamp("agreed_at").toInstant(),
                            row.getString("agreed_by")));
                }
            }
            return agreed;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read terms of reference", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of reference cannot be read", e);
        }
    }
}
