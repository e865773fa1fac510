package org.moutracker.notifications.digest;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.ReadersTime;
import org.moutracker.notifications.digest.WaitingMails.Decided;
import org.moutracker.notifications.digest.WaitingMails.Row;
import org.moutracker.notifications.preference.Preference;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.preference.Readers;
import org.moutracker.notifications.preference.Readers.Reader;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;

/** Lets go what has waited for the end of its reader's quiet hours, by what he wants now: he may want something else since. */
@ApplicationScoped
class EndQuietHours implements DueWork<UUID> {

    private final WaitingMails waiting;
    private final Preferences preferences;
    private final Readers readers;

    EndQuietHours(WaitingMails waiting, Preferences preferences, Readers readers) {
        this.waiting = waiting;
        this.preferences = preferences;
        this.readers = readers;
    }

    @Override
    public String name() {
        return "quiet-hours";
    }

    @Override
    public DueRows rows() {
        return WaitingMails.DUE;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    @Override
    public void handle(List<UUID> claimed, Instant now) {
        var rows = waiting.find(claimed);
        var recipients = rows.stream().map(Row::recipientId).collect(toSet());
        // Not held: whoever changes them looks at these messages again once they are let go here.
        var prefers = preferences.of(recipients);
        var known = readers.of(recipients);
        waiting.decide(rows.stream()
                .map(row -> decided(row, prefers.of(row.recipientId()), zone(row, known), now))
                .toList());
    }

    private static Decided decided(Row row, Preference preference, ZoneId zone, Instant now) {
        if (!row.open()) {
            return new Decided(row.id(), null, null);
        }
        if (row.passed()) {
            return new Decided(row.id(), ClosedBecause.SUPERSEDED, null);
        }
        if (row.kind() != null && !preference.wants(row.kind())) {
            return new Decided(row.id(), ClosedBecause.UNWANTED, null);
        }
        return new Decided(row.id(), null, time(row, preference, zone, now).column());
    }

    /** By which he was told, or else his own. */
    private static ZoneId zone(Row row, Map<UUID, Reader> known) {
        var reader = known.get(row.recipientId());
        return row.zone() != null ? row.zone() : reader != null ? reader.zone() : ZoneOffset.UTC;
    }

    private static ReadersTime time(Row row, Preference preference, ZoneId zone, Instant now) {
        return row.kind() == null
                ? preference.ofNotice(now, zone, row.tooLate())
                : preference.time(row.kind(), now, zone, row.tooLate());
    }
}
