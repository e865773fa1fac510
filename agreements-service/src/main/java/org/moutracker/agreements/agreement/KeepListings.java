package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.platform.messaging.StorageFailed;

/** Makes anew what lists find an agreement by, where it is older than the rules by which it is made. */
@ApplicationScoped
@Transactional(MANDATORY)
class KeepListings {

    private final AgroalDataSource database;

    KeepListings(AgroalDataSource database) {
        this.database = database;
    }

    /** Beside the aggregate: nothing that anybody else sees has changed, so its version stays. */
    void keep(Agreement agreement, Collection<Organization> organizations) {
        var listing = new Listing();
        listing.describe(agreement, organizations);
        listing.settle(agreement.facts, agreement.signatures, agreement.enteredIntoForceOn);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE agreement SET tags = ?, words = cast(? AS tsvector), signed_sort = ?, signed_last = ?,
                            in_force_sort = ?, in_force_last = ?
                        WHERE id = ?
                        """)) {
            update.setArray(1, connection.createArrayOf("text", listing.tags));
            update.setString(2, listing.words);
            update.setObject(3, listing.signedSort);
            update.setObject(4, listing.signedLast);
            update.setObject(5, listing.inForceSort);
            update.setObject(6, listing.inForceLast);
            update.setObject(7, agreement.id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot list an agreement", e);
        }
    }
}
