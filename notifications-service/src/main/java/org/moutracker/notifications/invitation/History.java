package org.moutracker.notifications.invitation;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.LetterKind;

/** The letters that were written to somebody about a meeting, in their order. */
record History(List<Sent> letters) {

    History {
        letters = List.copyOf(letters);
    }

    /** Those that are about his calendar. */
    History ofCalendar() {
        return of(letter -> letter.kind() != LetterKind.MINUTES);
    }

    History ofMinutes() {
        return of(letter -> letter.kind() == LetterKind.MINUTES);
    }

    private History of(Predicate<Sent> which) {
        return new History(letters.stream().filter(which).toList());
    }

    /** The last that he may know; null when he cannot know any. */
    @Nullable
    Sent known() {
        return last(letter -> letter.fate() == Fate.PERHAPS_KNOWN);
    }

    /** The one that holds; null when none does. */
    @Nullable
    Sent standing() {
        return last(letter -> letter.stands() && letter.fate() != Fate.DROPPED);
    }

    private @Nullable Sent last(Predicate<Sent> which) {
        return letters.stream().filter(which).reduce((earlier, later) -> later).orElse(null);
    }
}
