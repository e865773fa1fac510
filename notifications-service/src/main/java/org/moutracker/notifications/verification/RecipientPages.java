package org.moutracker.notifications.verification;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.DeliveryStatus;
import org.moutracker.notifications.recipient.MaskedAddress;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.notifications.verification.RecipientView.LastMailView;
import org.moutracker.notifications.verification.RecipientView.SuppressionView;
import org.moutracker.notifications.verification.RecipientView.VerificationView;
import org.moutracker.notifications.verification.RecipientView.Wish;

/** Reads recipients for whoever asks, by id. */
@ApplicationScoped
class RecipientPages {

    /** Which recipients are asked for; null where that does not matter. */
    record Filter(
            @Nullable Boolean addressVerified,
            @Nullable UUID workingGroup,
            @Nullable Set<UUID> only) {}

    private static final String SELECT = """
            SELECT recipient.id, name, email, mails, version, verified_at, verified_how, verified_evidence,
                suppressed_at, suppressed_because, asked.asked_at, asked.expires_at, asked.ended_because, asked.state, asked.closed_because
            FROM recipient LEFT JOIN LATERAL (
                SELECT asked_at, expires_at, ended_because, delivery.state, closed_because
                FROM address_verification JOIN delivery ON verification_id = address_verification.id
                WHERE recipient_id = recipient.id ORDER BY asked_at DESC, address_verification.id DESC LIMIT 1) AS asked ON true
            """;

    private final Sql sql;

    RecipientPages(Sql sql) {
        this.sql = sql;
    }

    List<RecipientView> find(Filter filter, @Nullable UUID after, int limit) {
        var where = new ArrayList<String>(List.of("true"));
        var arguments = new ArrayList<@Nullable Object>();
        var verified = filter.addressVerified();
        if (verified != null) {
            // Whoever has no address has none that is verified.
            where.add(verified ? "verified_at IS NOT NULL" : "verified_at IS NULL");
        }
        if (filter.workingGroup() != null) {
            where.add("EXISTS (SELECT FROM member WHERE group_id = ? AND person_id = recipient.id)");
            arguments.add(filter.workingGroup());
        }
        if (filter.only() != null) {
            where.add("recipient.id = ANY (?)");
            arguments.add(Column.ids(filter.only()));
        }
        if (after != null) {
            where.add("recipient.id > ?");
            arguments.add(after);
        }
        arguments.add(limit);
        return sql.query(
                SELECT + "WHERE " + String.join(" AND ", where) + " ORDER BY recipient.id LIMIT ?",
                RecipientPages::read,
                arguments.toArray());
    }

    Optional<RecipientView> find(UUID id) {
        return sql.query(SELECT + "WHERE recipient.id = ?", RecipientPages::read, id).stream()
                .findFirst();
    }

    private static RecipientView read(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new RecipientView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                email == null ? null : MaskedAddress.of(email),
                row.getBoolean("mails") ? List.of(Wish.MAIL, Wish.IN_APP) : List.of(Wish.IN_APP),
                row.getString("verified_how") != null,
                verification(row),
                suppression(row),
                lastMail(row),
                row.getLong("version"));
    }

    private static @Nullable VerificationView verification(ResultSet row) throws SQLException {
        var at = Sql.instant(row, "verified_at");
        return at == null
                ? null
                : new VerificationView(
                        at, Verified.valueOf(row.getString("verified_how")), row.getString("verified_evidence"));
    }

    private static @Nullable SuppressionView suppression(ResultSet row) throws SQLException {
        var at = Sql.instant(row, "suppressed_at");
        return at == null ? null : new SuppressionView(at, row.getString("suppressed_because"));
    }

    private static @Nullable LastMailView lastMail(ResultSet row) throws SQLException {
        var askedAt = Sql.instant(row, "asked_at");
        return askedAt == null
                ? null
                : new LastMailView(
                        askedAt,
                        requireNonNull(Sql.instant(row, "expires_at")),
                        Optional.ofNullable(row.getString("ended_because"))
                                .map(LinkEnded::valueOf)
                                .orElse(null),
                        DeliveryStatus.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("closed_because"))
                                .map(ClosedBecause::valueOf)
                                .orElse(null));
    }
}
