package org.moutracker.notifications.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.LetterDeliveries;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.sql.Sql;

/**
 * A letter that was written to somebody about a meeting, and what became of it.
 *
 * @param number counts his letters about this meeting
 * @param sequence SEQUENCE of RFC 5545, or the round of the minutes
 * @param meetingSequence the meeting's own at that time
 * @param fingerprint of what it tells
 * @param stands false once it was withdrawn
 */
record Sent(
        UUID id,
        int number,
        LetterKind kind,
        int sequence,
        int meetingSequence,
        String fingerprint,
        Instant writtenAt,
        boolean stands,
        Fate fate,
        UUID deliveryId,
        String content) {

    static final String COLUMNS = """
            letter.id, letter.number, letter.kind, letter.sequence, letter.meeting_sequence, letter.fingerprint,
            letter.written_at, letter.withdrawn IS NULL AS stands, letter.content, delivery.id AS delivery_id,
            """ + Fate.OF_DELIVERY + " AS fate";

    static Sent read(ResultSet row) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                LetterKind.valueOf(row.getString("kind")),
                row.getInt("sequence"),
                row.getInt("meeting_sequence"),
                row.getString("fingerprint"),
                Objects.requireNonNull(Sql.instant(row, "written_at")),
                row.getBoolean("stands"),
                Fate.valueOf(row.getString("fate")),
                row.getObject("delivery_id", UUID.class),
                row.getString("content"));
    }

    /** What one mailbox does not take another may: given up is what was tried at the reader's present one. */
    Sent inTheLightOf(@Nullable String mailbox) {
        var moved = fate == Fate.GIVEN_UP
                && mailbox != null
                && !LetterDeliveries.id(id, mailbox).equals(deliveryId);
        return moved
                ? new Sent(
                        id,
                        number,
                        kind,
                        sequence,
                        meetingSequence,
                        fingerprint,
                        writtenAt,
                        stands,
                        Fate.DROPPED,
                        deliveryId,
                        content)
                : this;
    }
}
