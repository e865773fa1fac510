package org.moutracker.notifications.inbox;

import org.jspecify.annotations.Nullable;

/**
 * For whom an inbox is read. Its owner sees all of it; another system of a party sees what was told to
 * people of that party alone.
 *
 * @param seesAll whether what is internal to any side is shown, as auditors see it
 * @param party of the reader; null for the owner and for whoever belongs to no party
 */
record Reader(boolean seesAll, @Nullable String party) {}
