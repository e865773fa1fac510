package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.time.Loop;

/**
 * Makes anew what lists find agreements by, where it is older than an organization's present name or than the rules by
 * which it is made. What is to be made anew stands in a table, in the transaction of its cause; replicas share the work.
 */
@ApplicationScoped
class KeepListings {

    private static final int PORTION = 200;

    // A new name is found by that late, and an idle look is one query on an empty table.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final AgreementRepository agreements;
    private final Organizations organizations;
    private @Nullable Loop loop;

    KeepListings(AgroalDataSource database, AgreementRepository agreements, Organizations organizations) {
        this.database = database;
        this.agreements = agreements;
        this.organizations = organizations;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("agreement-listings", PAUSE, () -> QuarkusTransaction.requiringNew()
                .call(this::round));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Does a portion; true where there may be more. */
    boolean round() {
        var ids = claim();
        if (ids.isEmpty()) {
            return false;
        }
        // Locked in one order, as by whoever lets time pass.
        for (var agreement : agreements.lockAll(ids).values()) {
            var known = organizations.find(
                    agreement.parties.stream().map(Party::organizationId).collect(toSet()));
            var listing = new Listing();
            listing.describe(agreement, known.values());
            listing.settle(agreement.facts, agreement.signatures, agreement.enteredIntoForceOn);
            keep(agreement.id, listing);
        }
        return true;
    }

    private List<UUID> claim() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("""
                        DELETE FROM agreement_to_list WHERE agreement_id IN (
                            SELECT agreement_id FROM agreement_to_list ORDER BY agreement_id LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING agreement_id
                        """)) {
            delete.setInt(1, PORTION);
            var ids = new ArrayList<UUID>();
            try (var row = delete.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new StorageFailed("cannot claim agreements to list", e);
        }
    }

    /** Beside the aggregate: nothing that anybody else sees has changed, so its version stays. */
    private void keep(UUID id, Listing listing) {
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
            update.setObject(7, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot list an agreement", e);
        }
    }
}
