package org.moutracker.notifications.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;

/** Who said when that an address is right; written once and for all, and without the address. */
@ApplicationScoped
class AddressHistory {

    private final Sql sql;
    private final InstantSource clock;

    AddressHistory(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(UUID recipient, Verified how, @Nullable String by, @Nullable String evidence) {
        sql.update(
                "INSERT INTO address_history (recipient_id, at, what, by, evidence) VALUES (?, ?, ?, ?, ?)",
                recipient,
                clock.instant(),
                how,
                by,
                evidence);
    }
}
