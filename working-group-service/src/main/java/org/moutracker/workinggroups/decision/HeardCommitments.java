package org.moutracker.workinggroups.decision;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;

/** Looks up to which agreement a commitment belongs, as far as that was heard. */
@ApplicationScoped
class HeardCommitments {

    private final AgroalDataSource database;

    HeardCommitments(AgroalDataSource database) {
        this.database = database;
    }

    Optional<UUID> agreementOf(UUID commitment) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT agreement_id FROM commitment WHERE id = ?")) {
            select.setObject(1, commitment);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what was heard of a commitment", e);
        }
    }
}
