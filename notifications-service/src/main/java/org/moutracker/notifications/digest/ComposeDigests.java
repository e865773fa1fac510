package org.moutracker.notifications.digest;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.delivery.DigestQueue;
import org.moutracker.notifications.digest.DigestTurns.Turn;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.preference.Readers;
import org.moutracker.notifications.preference.Readers.Reader;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;

/**
 * Writes the digests that are due, in sets. What they say, their messages, that what they tell is told, and when the next ones
 * come are one transaction: so nothing is told twice and nothing forgotten, wherever it stops; and who was not written to for
 * days, since nobody was there to do it, gets one digest and not one for each day.
 */
@ApplicationScoped
class ComposeDigests implements DueWork<UUID> {

    // While somebody holds all mails nothing is written: it would not be true any more when they are let go.
    private static final Duration WHILE_HELD = Duration.ofMinutes(15);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Readers readers;
    private final Preferences preferences;
    private final DigestTurns turns;
    private final Digests digests;
    private final ImportedOverdue imported;
    private final OpenDeadlines deadlines;
    private final DigestQueue queue;

    ComposeDigests(
            Readers readers,
            Preferences preferences,
            DigestTurns turns,
            Digests digests,
            ImportedOverdue imported,
            OpenDeadlines deadlines,
            DigestQueue queue) {
        this.readers = readers;
        this.preferences = preferences;
        this.turns = turns;
        this.digests = digests;
        this.imported = imported;
        this.deadlines = deadlines;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "digests";
    }

    @Override
    public DueRows rows() {
        return DigestTurns.DUE;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("due_id", UUID.class);
    }

    @Override
    public void handle(List<UUID> claimed, Instant now) {
        var known = readers.of(claimed);
        var unwanted = new ArrayList<>(claimed);
        unwanted.removeAll(known.keySet());
        var prefers = preferences.of(claimed);
        var written = digests.written(known.values().stream()
                .map(reader -> Digests.id(reader.id(), today(reader, now)))
                .toList());
        var held = digests.areHeld();
        var writing = new ArrayList<Reader>();
        var until = new HashMap<UUID, Instant>();
        var next = new ArrayList<Turn>();
        for (var reader : known.values()) {
            var wishes = prefers.of(reader.id()).wishes();
            if (!wishes.wants(MailKind.DIGEST)) {
                unwanted.add(reader.id());
                continue;
            }
            var regular = wishes.nextDigest(now, reader.zone());
            var quiet = wishes.quietHours().endAfter(now, reader.zone());
            if (quiet.isPresent() || held) {
                next.add(new Turn(reader.id(), quiet.orElse(now.plus(WHILE_HELD)), reader.zone()));
                continue;
            }
            next.add(new Turn(reader.id(), regular.orElse(null), reader.zone()));
            if (reader.verified() && reader.mails() && !written.contains(Digests.id(reader.id(), today(reader, now)))) {
                regular.ifPresent(end -> until.put(reader.id(), end));
                writing.add(reader);
            }
        }
        write(writing, until, now);
        turns.keep(next, now.plus(A_DAY));
        turns.forget(unwanted);
    }

    private static LocalDate today(Reader reader, Instant now) {
        return now.atZone(reader.zone()).toLocalDate();
    }

    private void write(List<Reader> writing, Map<UUID, Instant> until, Instant now) {
        if (writing.isEmpty()) {
            return;
        }
        var ids = writing.stream().map(Reader::id).toList();
        var takenBack = queue.takeBack(ids);
        var taken = digests.take(ids, takenBack, now).stream().collect(groupingBy(Digests.Taken::recipientId));
        var owed = imported.owed(ids, takenBack);
        var listed = deadlines.around(
                owed.values().stream().flatMap(WriteOne::listed).distinct().toList());
        var coming = deadlines.coming(until, now);
        var digest = writing.stream()
                .map(reader -> new WriteOne(
                        reader,
                        today(reader, now),
                        until.get(reader.id()),
                        taken.getOrDefault(reader.id(), List.of()),
                        coming.getOrDefault(reader.id(), Map.of()),
                        owed.getOrDefault(reader.id(), List.of()),
                        listed))
                .toList();
        var full = digest.stream().filter(one -> !one.content().isEmpty()).toList();
        digests.keep(full.stream().map(WriteOne::written).toList(), now);
        queue.open(full.stream().map(WriteOne::id).toList());
        digests.close(digest.stream().flatMap(one -> one.closed().stream()).toList());
        imported.told(full.stream().flatMap(WriteOne::told).toList());
    }
}
