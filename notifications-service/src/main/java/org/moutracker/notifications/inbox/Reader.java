package org.moutracker.notifications.inbox;

import org.jspecify.annotations.Nullable;

/**
 * For whom an inbox is read. People of a party see what was told to people of that party alone: an inbox is personal, and
 * a token says no more of its owner.
 *
 * @param seesAll whether what is internal to any side is shown, as auditors see it
 * @param party of the reader; null for those who keep the register
 */
record Reader(boolean seesAll, @Nullable String party) {}
