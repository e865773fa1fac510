package org.moutracker.notifications.preference;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** Those who read, with what of them is known elsewhere and counts when they are written to. */
@ApplicationScoped
public class Readers {

    private final Sql sql;

    Readers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Somebody who reads.
     *
     * @param zone by whose clocks he lives: his own, else that by which he was last told, else UTC
     * @param mails whether he wants mails of what he can do without
     * @param verified whether mails may go to his address
     */
    public record Reader(UUID id, ZoneId zone, @Nullable String language, boolean mails, boolean verified) {

        private static Reader read(ResultSet row) throws SQLException {
            return new Reader(
                    row.getObject("id", UUID.class),
                    zone(row.getString("zone"), row.getString("told_zone")),
                    row.getString("language"),
                    row.getBoolean("mails"),
                    row.getBoolean("verified"));
        }

        private static ZoneId zone(@Nullable String own, @Nullable String told) {
            try {
                return own != null ? ZoneId.of(own) : told != null ? ZoneId.of(told) : ZoneOffset.UTC;
            } catch (DateTimeException nobodyKnowsIt) {
                return told != null && !told.equals(own) ? zone(null, told) : ZoneOffset.UTC;
            }
        }
    }

    /** Those of them who are known. */
    public Map<UUID, Reader> of(Collection<UUID> recipients) {
        return sql.query("""
                        SELECT id, zone, language, mails, verified_at IS NOT NULL AS verified,
                            (SELECT alert.zone FROM alert WHERE alert.recipient_id = recipient.id
                             ORDER BY fired_at DESC, alert.id DESC LIMIT 1) AS told_zone
                        FROM recipient WHERE id = ANY (?)
                        """, Reader::read, Column.ids(recipients)).stream()
                .collect(toMap(Reader::id, reader -> reader));
    }
}
