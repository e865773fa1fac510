package org.moutracker.notifications.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.DeliveryStatus;
import org.moutracker.notifications.delivery.ReturnedQueue;
import org.moutracker.notifications.mail.MailSettings;
import org.moutracker.notifications.recipient.PeopleChanged;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.sql.Sql;

/**
 * Takes the news that messages came back. It counts when such a message was sent to that very address and may have
 * arrived; whatever else a report claims changes nothing.
 */
@ApplicationScoped
public class TakeBounces {

    private final Sql sql;
    private final MailSettings settings;
    private final ReturnedQueue returned;
    private final Event<PeopleChanged> changed;
    private final InstantSource clock;

    TakeBounces(
            Sql sql, MailSettings settings, ReturnedQueue returned, Event<PeopleChanged> changed, InstantSource clock) {
        this.sql = sql;
        this.settings = settings;
        this.returned = returned;
        this.changed = changed;
        this.clock = clock;
    }

    /** What a mail says of messages that came back; empty when it is no report of a mail server. */
    public Optional<List<Bounce>> read(byte[] mail) throws MessagingException, IOException {
        var message = BounceMail.message(mail);
        return BounceMail.isReport(message)
                ? Optional.of(BounceMail.read(message, settings.domain()))
                : Optional.empty();
    }

    /** A message that was sent, and to whom. */
    private record Sent(
            UUID recipientId,
            String email,
            DeliveryStatus state,
            @Nullable String closedBecause) {

        static Sent read(ResultSet row) throws SQLException {
            return new Sent(
                    row.getObject("recipient_id", UUID.class),
                    row.getString("email"),
                    DeliveryStatus.valueOf(row.getString("state")),
                    row.getString("closed_because"));
        }

        boolean mayHaveLeft() {
            return switch (state) {
                case ACCEPTED, UNCERTAIN, SENDING -> true;
                case CLOSED -> ClosedBecause.BOUNCED.name().equals(closedBecause);
                case PENDING, RETRY_WAIT -> false;
            };
        }
    }

    public BounceResult take(Bounce bounce) {
        var sent = lock(bounce.delivery());
        if (sent.isEmpty()
                || !sent.get().mayHaveLeft()
                || !Person.spelled(sent.get().email()).equals(Person.spelled(bounce.address()))) {
            return BounceResult.UNKNOWN;
        }
        if (sent.get().state() == DeliveryStatus.CLOSED) {
            return BounceResult.KNOWN;
        }
        sql.update(
                "INSERT INTO bounce (delivery_id, action, status) VALUES (?, ?, ?)",
                bounce.delivery(),
                bounce.action(),
                bounce.status());
        return switch (bounce.action()) {
            case DELAYED -> BounceResult.NOTED;
            case FAILED -> closed(bounce, sent.get());
        };
    }

    /** The person first and the message last, as everybody who changes both. */
    private Optional<Sent> lock(UUID delivery) {
        sql.query("""
                SELECT recipient.id FROM recipient WHERE id = (
                    SELECT coalesce(alert.recipient_id, invitation.person_id, asked.recipient_id, returned.recipient_id,
                        notice.recipient_id, digest.recipient_id)
                    FROM delivery
                    LEFT JOIN alert ON alert.id = delivery.alert_id
                    LEFT JOIN letter ON letter.id = delivery.letter_id
                    LEFT JOIN invitation ON invitation.id = letter.invitation_id
                    LEFT JOIN address_verification AS asked ON asked.id = delivery.verification_id
                    LEFT JOIN returned ON returned.id = delivery.returned_id
                    LEFT JOIN done_notice AS notice ON notice.id = delivery.done_notice_id
                    LEFT JOIN digest ON digest.id = delivery.digest_id
                    WHERE delivery.id = ?)
                FOR UPDATE
                """, row -> true, delivery);
        return sql.query("""
                SELECT recipient.id AS recipient_id, email, delivery.state, delivery.closed_because
                FROM delivery
                LEFT JOIN alert ON alert.id = delivery.alert_id
                LEFT JOIN letter ON letter.id = delivery.letter_id
                LEFT JOIN invitation ON invitation.id = letter.invitation_id
                LEFT JOIN address_verification AS asked ON asked.id = delivery.verification_id
                LEFT JOIN returned ON returned.id = delivery.returned_id
                LEFT JOIN done_notice AS notice ON notice.id = delivery.done_notice_id
                LEFT JOIN digest ON digest.id = delivery.digest_id
                JOIN recipient ON recipient.id = coalesce(alert.recipient_id, invitation.person_id, asked.recipient_id,
                    returned.recipient_id, notice.recipient_id, digest.recipient_id)
                WHERE delivery.id = ? AND recipient.email IS NOT NULL FOR UPDATE OF delivery
                """, Sent::read, delivery).stream().findFirst();
    }

    private BounceResult closed(Bounce bounce, Sent sent) {
        sql.update("""
                UPDATE delivery SET state = ?, closed_because = ?, next_attempt_at = NULL, lease_until = NULL
                WHERE id = ?
                """, DeliveryStatus.CLOSED, ClosedBecause.BOUNCED, bounce.delivery());
        if (!bounce.isPermanent()) {
            return BounceResult.CLOSED;
        }
        suppress(sent.recipientId(), bounce.status());
        returned.open(sent.recipientId(), bounce.delivery(), bounce.status(), clock.instant());
        return BounceResult.SUPPRESSED;
    }

    /** Nothing official goes to an address that is not verified, and no question whether it is unless somebody asks. */
    private void suppress(UUID recipient, String status) {
        var now = clock.instant();
        sql.update("""
                UPDATE recipient SET
                    verified_at = NULL, verified_how = NULL, verified_evidence = NULL,
                    suppressed_at = ?, suppressed_because = ?, version = version + 1
                WHERE id = ?
                """, now, "mails come back (" + status + ")", recipient);
        sql.update("""
                INSERT INTO address_history (recipient_id, at, what, evidence) VALUES (?, ?, 'SUPPRESSED', ?)
                """, recipient, now, status);
        changed.fire(new PeopleChanged(Set.of(recipient)));
    }
}
