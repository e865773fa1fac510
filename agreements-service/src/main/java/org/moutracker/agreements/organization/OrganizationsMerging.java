package org.moutracker.agreements.organization;

import java.util.Set;
import java.util.UUID;

/**
 * Asked within the service and the transaction: whether anything speaks against these being the same organization. Whoever
 * knows of something refuses.
 */
public record OrganizationsMerging(Set<UUID> duplicates, Set<UUID> into) {}
