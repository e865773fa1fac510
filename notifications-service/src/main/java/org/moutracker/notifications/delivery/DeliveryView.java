package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;

/** What became of a message on one channel. */
@Schema(name = "Delivery", description = "What became of a message on one channel.")
public record DeliveryView(
        @Schema(required = true) Channel channel,
        @Schema(required = true) DeliveryStatus state,

        @Schema(
                required = true,
                nullable = true,
                description = "Why it will not be sent (again); null while it may be.")
        @Nullable
        ClosedBecause closedBecause,

        @Schema(
                required = true,
                description = "Every attempt so far, in order; by real time, also under a simulated clock.")
        List<Attempt> attempts) {

    /** One attempt to hand a message over, and what came of it. */
    @Schema(name = "DeliveryAttempt", description = "One attempt to hand a message over.")
    public record Attempt(
            @Schema(required = true, examples = "1") int attempt,
            @Schema(required = true) Instant startedAt,
            @Schema(required = true) Instant endedAt,
            @Schema(required = true) AttemptOutcome outcome,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The server's reply code, if it gave one.",
                    examples = "450")
            @Nullable
            String reply) {}

    static DeliveryView read(ResultSet row, Map<UUID, List<AttemptOf>> attempts) throws SQLException {
        var closed = Optional.ofNullable(row.getString("closed_because")).map(ClosedBecause::valueOf);
        return new DeliveryView(
                Channel.valueOf(row.getString("channel")),
                DeliveryStatus.valueOf(row.getString("state")),
                closed.orElse(null),
                attempts.getOrDefault(row.getObject("id", UUID.class), List.of()).stream()
                        .map(AttemptOf::attempt)
                        .toList());
    }

    /** An attempt with the message that it was made for. */
    record AttemptOf(UUID delivery, Attempt attempt) {

        static AttemptOf read(ResultSet row) throws SQLException {
            return new AttemptOf(
                    row.getObject("delivery_id", UUID.class),
                    new Attempt(
                            row.getInt("attempt"),
                            requireNonNull(Sql.instant(row, "started_at")),
                            requireNonNull(Sql.instant(row, "ended_at")),
                            AttemptOutcome.valueOf(row.getString("outcome")),
                            row.getString("reply")));
        }
    }
}
