package org.moutracker.notifications.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which messages are meant; null where that does not matter. */
public record DeliverySelector(
        @Nullable DeliveryStatus state,
        @Nullable ClosedBecause closedBecause,
        @Nullable Channel channel,
        @Nullable UUID recipient,
        @Nullable UUID agreement) {

    private static final String TO = """
            delivery.id IN (
                SELECT message.id FROM alert JOIN delivery AS message ON message.alert_id = alert.id
                WHERE alert.recipient_id = ?
                UNION ALL
                SELECT message.id FROM invitation JOIN letter ON letter.invitation_id = invitation.id
                    JOIN delivery AS message ON message.letter_id = letter.id WHERE invitation.person_id = ?
                UNION ALL
                SELECT message.id FROM address_verification AS asked
                    JOIN delivery AS message ON message.verification_id = asked.id WHERE asked.recipient_id = ?
                UNION ALL
                SELECT message.id FROM returned
                    JOIN delivery AS message ON message.returned_id = returned.id WHERE returned.recipient_id = ?
                UNION ALL
                SELECT message.id FROM done_notice AS notice
                    JOIN delivery AS message ON message.done_notice_id = notice.id WHERE notice.recipient_id = ?
                UNION ALL
                SELECT message.id FROM digest
                    JOIN delivery AS message ON message.digest_id = digest.id WHERE digest.recipient_id = ?)
            """;

    /** Conditions of the row {@code delivery}, and the values that stand for their question marks. */
    public record Conditions(List<String> texts, List<@Nullable Object> values) {

        public Conditions and(String condition, @Nullable Object... with) {
            texts.add(condition);
            for (var value : with) {
                values.add(value);
            }
            return this;
        }

        public String sql() {
            return String.join(" AND ", texts);
        }
    }

    public Conditions conditions() {
        var conditions = new Conditions(new ArrayList<>(List.of("true")), new ArrayList<>());
        if (state != null) {
            conditions.and("delivery.state = ?", state);
        }
        if (closedBecause != null) {
            conditions.and("delivery.closed_because = ?", closedBecause);
        }
        if (channel != null) {
            conditions.and("delivery.channel = ?", channel);
        }
        if (recipient != null) {
            conditions.and(TO, recipient, recipient, recipient, recipient, recipient, recipient);
        }
        if (agreement != null) {
            conditions.and(
                    "delivery.id IN (SELECT delivery_id FROM delivery_agreement WHERE agreement_id = ?)", agreement);
        }
        return conditions;
    }
}
