package org.moutracker.notifications.preference;

import java.util.Set;
import java.util.UUID;

/** These people want to be written to otherwise; told within the transaction that keeps it. */
public record PreferencesChanged(Set<UUID> ids) {}
