package org.moutracker.notifications.digest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import org.moutracker.notifications.digest.DigestTurns.Turn;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.preference.PreferencesChanged;
import org.moutracker.notifications.preference.Readers;
import org.moutracker.notifications.preference.Readers.Reader;
import org.moutracker.notifications.preference.Wishes;
import org.moutracker.notifications.recipient.PeopleChanged;

/** Brings digests, and what waits for its reader's time, in line with what he wants and by which clock he lives. */
@ApplicationScoped
class FollowWishes {

    // After whoever locks plans and meetings: messages are locked last.
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER + 100;

    private final Preferences preferences;
    private final Readers readers;
    private final DigestTurns turns;
    private final WaitingMails waiting;
    private final InstantSource clock;

    FollowWishes(
            Preferences preferences, Readers readers, DigestTurns turns, WaitingMails waiting, InstantSource clock) {
        this.preferences = preferences;
        this.readers = readers;
        this.turns = turns;
        this.waiting = waiting;
        this.clock = clock;
    }

    void on(@Observes PreferencesChanged changed) {
        follow(readers.of(changed.ids()).values());
        waiting.decideAnew(changed.ids());
    }

    /** A digest that is due already stays due, unless its reader lives by another clock since, or is erased. */
    void on(@Observes @Priority(LAST) PeopleChanged people) {
        var zones = turns.zones(people.ids());
        var known = readers.of(people.ids());
        var erased = new HashSet<>(people.ids());
        erased.removeAll(known.keySet());
        turns.forget(erased);
        var moved = known.values().stream()
                .filter(reader -> !reader.zone().equals(zones.getOrDefault(reader.id(), reader.zone())))
                .toList();
        follow(moved);
        moved.forEach(reader -> erased.add(reader.id()));
        waiting.decideAnew(erased);
    }

    private void follow(Collection<Reader> concerned) {
        if (concerned.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var prefers = preferences.of(concerned.stream().map(Reader::id).toList());
        var wanted = concerned.stream()
                .collect(partitioningBy(reader -> prefers.of(reader.id()).wants(MailKind.DIGEST)));
        turns.forget(requireNonNull(wanted.get(false)).stream().map(Reader::id).toList());
        turns.keep(
                requireNonNull(wanted.get(true)).stream()
                        .map(reader -> turn(reader, prefers.of(reader.id()).wishes(), now))
                        .toList(),
                now);
    }

    private static Turn turn(Reader reader, Wishes wishes, Instant now) {
        return new Turn(reader.id(), wishes.nextDigest(now, reader.zone()).orElse(null), reader.zone());
    }
}
