package org.moutracker.agreements.organization;

import java.util.Set;
import java.util.UUID;

/** Told within the service and the transaction: what is copied from these organizations is not up to date any more. */
public record OrganizationsChanged(Set<UUID> ids) {}
