package org.moutracker.notifications.mail;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.mail.Moves.Move;

/** What the mails about deadlines put into calendars: so a date that moves is moved there, too. */
@ApplicationScoped
class DatesInMail {

    List<CalendarEntry> of(Letter.OfStep letter) {
        var content = letter.content();
        var deadline = content.deadlineId();
        return deadline == null
                ? List.of()
                : List.of(new CalendarEntry(
                        deadline,
                        content.title(),
                        named(content.groupName(), content.reference()),
                        CalendarEntry.day(content.lastDay(), content.dueAt(), letter.zone()),
                        content.dueAt(),
                        content.clocks(),
                        CalendarEntry.sequence(requireNonNullElse(content.planNo(), content.scheduleNo()), true),
                        letter.firedAt(),
                        true));
    }

    List<CalendarEntry> of(Letter.OfMoves letter) {
        var entries = new ArrayList<CalendarEntry>();
        for (var move : letter.moves().first()) {
            var entry = entry(letter, move);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static @Nullable CalendarEntry entry(Letter.OfMoves letter, Move move) {
        var deadline = move.deadlineId();
        var lastDay = move.lastDay();
        var endsAt = move.dueAt();
        var day = lastDay == null || endsAt == null ? move.from() : CalendarEntry.day(lastDay, endsAt, letter.zone());
        // What is done stays where it was.
        return deadline == null || day == null || move.over() == DeadlineStatus.MET
                ? null
                : new CalendarEntry(
                        deadline,
                        move.title(),
                        named(move.groupName(), move.reference()),
                        day,
                        endsAt,
                        List.of(),
                        CalendarEntry.sequence(requireNonNullElse(move.planNo(), move.scheduleNo()), lastDay != null),
                        letter.firedAt(),
                        lastDay != null);
    }

    private static @Nullable String named(@Nullable String group, @Nullable String reference) {
        return Stream.of(group, reference).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
