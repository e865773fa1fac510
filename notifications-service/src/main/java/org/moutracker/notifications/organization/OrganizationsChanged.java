package org.moutracker.notifications.organization;

import java.util.Set;
import java.util.UUID;

/** Something has become of these organizations; told within the transaction that keeps it. */
public record OrganizationsChanged(Set<UUID> ids) {}
