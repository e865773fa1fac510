package org.moutracker.notifications.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.notifications.delivery.LettersAccepted;
import org.moutracker.notifications.invitation.InvitationEvent.InvitationDelivered;
import org.moutracker.notifications.invitation.InvitationEvent.InvitationMinutesDelivered;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.Outbox;

/** Notes what the mail server has taken, and tells others, in the transaction that settles the messages. */
@ApplicationScoped
class NoteArrivals {

    private final Sql sql;
    private final Outbox outbox;
    private final InstantSource clock;

    NoteArrivals(Sql sql, Outbox outbox, InstantSource clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A letter that has arrived. */
    private record Arrival(UUID invitationId, LetterKind kind, int sequence) {

        static Arrival read(ResultSet row) throws SQLException {
            return new Arrival(
                    row.getObject("invitation_id", UUID.class),
                    LetterKind.valueOf(row.getString("kind")),
                    row.getInt("sequence"));
        }
    }

    void on(@Observes LettersAccepted accepted) {
        var events = new ArrayList<InvitationEvent>();
        for (var arrival : arrivals(accepted.deliveries())) {
            switch (arrival.kind()) {
                case REQUEST -> delivered(arrival).map(InvitationDelivered::new).ifPresent(events::add);
                case MINUTES ->
                    minutesDelivered(arrival)
                            .map(InvitationMinutesDelivered::new)
                            .ifPresent(events::add);
                // Whoever knows of the withdrawal has told it to us.
                case CANCEL -> {}
            }
        }
        outbox.publish(events);
    }

    /** Locks the invitations in one order for all. */
    private List<Arrival> arrivals(List<UUID> deliveries) {
        return sql.query("""
                SELECT letter.invitation_id, letter.kind, letter.sequence
                FROM delivery JOIN letter ON letter.id = delivery.letter_id
                JOIN invitation ON invitation.id = letter.invitation_id
                WHERE delivery.id = ANY (?) AND delivery.state = 'ACCEPTED'
                ORDER BY invitation.id, letter.number FOR UPDATE OF invitation
                """, Arrival::read, Column.ids(deliveries));
    }

    /** An older one that comes late changes nothing. */
    private Optional<InvitationState> delivered(Arrival arrival) {
        return sql
                .query(
                        "UPDATE invitation SET sequence = ?, delivered_at = ? WHERE id = ? AND sequence <= ? RETURNING "
                                + InvitationState.COLUMNS,
                        InvitationState::read,
                        arrival.sequence(),
                        clock.instant(),
                        arrival.invitationId(),
                        arrival.sequence())
                .stream()
                .findFirst();
    }

    private Optional<InvitationState> minutesDelivered(Arrival arrival) {
        return sql
                .query(
                        "UPDATE invitation SET minutes_round = ?, minutes_delivered_at = ? "
                                + "WHERE id = ? AND minutes_round < ? RETURNING " + InvitationState.COLUMNS,
                        InvitationState::read,
                        arrival.sequence(),
                        clock.instant(),
                        arrival.invitationId(),
                        arrival.sequence())
                .stream()
                .findFirst();
    }
}
