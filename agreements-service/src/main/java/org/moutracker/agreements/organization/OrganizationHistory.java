package org.moutracker.agreements.organization;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;

/** What became of organizations, who said so, when and why. Nothing here is ever changed or removed. */
@ApplicationScoped
class OrganizationHistory {

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Caller caller;

    OrganizationHistory(AgroalDataSource database, ObjectMapper json, InstantSource clock, Caller caller) {
        this.database = database;
        // A row may be from a newer release.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
        this.caller = caller;
    }

    @Transactional(MANDATORY)
    void keep(
            OrganizationStep what, @Nullable OrganizationView before, OrganizationView after, @Nullable String reason) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO organization_change
                            (id, organization_id, what, before, after, reason, happened_at, done_by)
                        VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                        """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, after.id());
            insert.setString(3, what.name());
            insert.setString(4, before == null ? null : write(before));
            insert.setString(5, write(after));
            insert.setString(6, reason);
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(8, caller.name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what became of an organization", e);
        }
    }

    List<OrganizationStepView> page(UUID organization, @Nullable UUID after, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, what, before, after, reason, happened_at, done_by FROM organization_change
                        WHERE organization_id = ? AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?
                        """)) {
            select.setObject(1, organization);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, rows);
            var steps = new ArrayList<OrganizationStepView>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var before = row.getString("before");
                    steps.add(new OrganizationStepView(
                            row.getObject("id", UUID.class),
                            OrganizationStep.valueOf(row.getString("what")),
                            before == null ? null : read(before),
                            read(row.getString("after")),
                            row.getString("reason"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                            row.getString("done_by")));
                }
            }
            return steps;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what became of an organization", e);
        }
    }

    private String write(OrganizationView organization) {
        try {
            return json.writeValueAsString(organization);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an organization can be written", e);
        }
    }

    private OrganizationView read(String text) {
        try {
            return json.readValue(text, OrganizationView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
