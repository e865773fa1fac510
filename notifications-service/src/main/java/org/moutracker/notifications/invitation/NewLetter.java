package org.moutracker.notifications.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.sql.NamedIds;

/**
 * A letter that is about to be written.
 *
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
        String content,
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
