package org.moutracker.notifications.action;

import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody says whether what was reported done is done, as its template needs it.
 *
 * @param what who reported it, and of which day
 * @param note what was written with it
 * @param wrong why what was sent is not taken
 */
public record DecisionPage(
        About about,
        String what,
        @Nullable String note,
        @Nullable String wrong) {}
