package org.moutracker.notifications.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.sql.NamedIds;

/**
 * A letter that is about to be written.
 *
 * @param tooLate from when on it would be of no use to hear of it
 * @param zone by whose clocks its reader lives
 * @param delay how long it waits, in case something else changes meanwhile
 */
record NewLetter(
        UUID invitationId,
        int number,
        LetterKind kind,
        int sequence,
        int meetingSequence,
        String fingerprint,
        Instant writtenAt,
        @Nullable Instant expiresAt,
        @Nullable Instant tooLate,
        String content,
        UUID readerId,
        ZoneId zone,
        String mailbox,
        Duration delay) {

    /** After a restore the same number may say something else, which is another letter. */
    UUID id() {
        return NamedIds.of(invitationId, number, kind, sequence, fingerprint);
    }

    @Override
    public String toString() {
        return "NewLetter[" + id() + "]";
    }
}
