package org.moutracker.notifications.responsibility;

import java.util.Set;
import java.util.UUID;

/** Others answer for these agreements; told within the transaction that keeps them. */
public record ResponsibilitiesChanged(Set<UUID> agreements) {}
