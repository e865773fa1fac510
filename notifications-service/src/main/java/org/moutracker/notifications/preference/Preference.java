package org.moutracker.notifications.preference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ReadersTime;
import org.moutracker.notifications.plan.MailKind;

/**
 * What somebody prefers, and when his next digest comes.
 *
 * @param version 0 while he has said nothing
 * @param nextDigestAt null while none is to come
 */
public record Preference(
        UUID recipientId,
        long version,
        Wishes wishes,
        @Nullable Instant nextDigestAt) {

    static Preference usual(UUID recipient) {
        return new Preference(recipient, 0, Wishes.USUAL, null);
    }

    public boolean wants(MailKind kind) {
        return wishes.wants(kind);
    }

    /**
     * When a mail may go that is written now: what he can do without with the next digest, if it is true by then still; all
     * else once it is not quiet, but what nobody can do without at once if it would be too late by then.
     *
     * @param tooLate from when on it would be; null for never
     */
    public ReadersTime time(MailKind kind, Instant now, ZoneId zone, @Nullable Instant tooLate) {
        if (!kind.isMandatory() && wishes.gathers() && isInTimeFor(nextDigestAt, tooLate)) {
            return ReadersTime.IN_DIGEST;
        }
        return onceNotQuiet(kind.isMandatory(), now, zone, tooLate);
    }

    /** When a mail may go that tells of no alert and that nobody can do without, such as those about meetings. */
    public ReadersTime ofNotice(Instant now, ZoneId zone, @Nullable Instant tooLate) {
        return onceNotQuiet(true, now, zone, tooLate);
    }

    private ReadersTime onceNotQuiet(boolean mandatory, Instant now, ZoneId zone, @Nullable Instant tooLate) {
        return wishes.quietHours()
                .endAfter(now, zone)
                .filter(end -> !mandatory || isInTimeFor(end, tooLate))
                .map(ReadersTime::from)
                .orElse(ReadersTime.AT_ONCE);
    }

    private static boolean isInTimeFor(@Nullable Instant moment, @Nullable Instant tooLate) {
        return moment != null && (tooLate == null || moment.isBefore(tooLate));
    }
}
