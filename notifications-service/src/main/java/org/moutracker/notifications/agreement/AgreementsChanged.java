package org.moutracker.notifications.agreement;

import java.util.Set;
import java.util.UUID;

/** These agreements are no longer what they were; told within the transaction that keeps them. */
public record AgreementsChanged(Set<UUID> ids) {}
