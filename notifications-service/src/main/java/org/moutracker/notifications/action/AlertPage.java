package org.moutracker.notifications.action;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a link in an alert's message, as its template needs it: at most one of its forms is there.
 *
 * @param wrong why what was sent is not taken
 * @param not why there is no form
 * @param note what was written before, so that nobody has to write it again
 */
public record AlertPage(
        About about,
        @Nullable String wrong,
        @Nullable String not,
        String note,
        @Nullable Knowing knowing,
        @Nullable List<Choice> snoozing,
        @Nullable Reporting reporting) {

    /**
     * To say that one sees to it.
     *
     * @param latest until when it counts at most
     */
    public record Knowing(String latest, LocalDate from, LocalDate to) {}

    /** To hear of it after so many days. */
    public record Choice(int days, String when) {}

    /**
     * To report it done.
     *
     * @param from the first day on which it can have been; null when any before today can be
     */
    public record Reporting(@Nullable LocalDate from, LocalDate today) {

        boolean offers(LocalDate day) {
            return !day.isAfter(today) && (from == null || !day.isBefore(from));
        }
    }

    static AlertPage of(About about, @Nullable String wrong, @Nullable String note) {
        return new AlertPage(about, wrong, null, note == null ? "" : note, null, null, null);
    }

    AlertPage with(Knowing form) {
        return new AlertPage(about, wrong, not, note, form, snoozing, reporting);
    }

    AlertPage with(List<Choice> form) {
        return new AlertPage(about, wrong, not, note, knowing, form, reporting);
    }

    AlertPage with(Reporting form) {
        return new AlertPage(about, wrong, not, note, knowing, snoozing, form);
    }

    AlertPage without(String why) {
        return new AlertPage(about, wrong, why, note, knowing, snoozing, reporting);
    }
}
