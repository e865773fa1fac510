package org.moutracker.notifications.action;

import org.jspecify.annotations.Nullable;

/**
 * A page that says one thing and offers nothing.
 *
 * @param about what was due; null where that is nobody's business
 */
public record Said(@Nullable String about, String text) {}
