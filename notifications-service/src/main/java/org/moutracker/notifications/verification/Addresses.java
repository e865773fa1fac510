package org.moutracker.notifications.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;

/** Locks addresses, and keeps that they are verified. */
@ApplicationScoped
class Addresses {

    private final Sql sql;
    private final InstantSource clock;

    Addresses(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Empty for somebody who is not known, or is erased. */
    Optional<Address> lock(UUID recipient) {
        return sql.query("""
                        SELECT id, email, verified_at IS NOT NULL AS verified, version FROM recipient
                        WHERE id = ? FOR UPDATE
                        """, Addresses::read, recipient).stream().findFirst();
    }

    private static Address read(ResultSet row) throws SQLException {
        return new Address(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getBoolean("verified"),
                row.getLong("version"));
    }

    void verify(Address address, Verified how, @Nullable String evidence) {
        sql.update("""
                UPDATE recipient SET verified_at = ?, verified_how = ?, verified_evidence = ?, version = version + 1,
                    suppressed_at = NULL, suppressed_because = NULL
                WHERE id = ?
                """, clock.instant(), how, evidence, address.recipientId());
    }
}
