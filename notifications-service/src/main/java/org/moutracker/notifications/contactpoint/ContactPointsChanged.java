package org.moutracker.notifications.contactpoint;

import java.util.Set;
import java.util.UUID;

/** These organizations have other contact points; told within the transaction that keeps them. */
public record ContactPointsChanged(Set<UUID> organizations) {}
