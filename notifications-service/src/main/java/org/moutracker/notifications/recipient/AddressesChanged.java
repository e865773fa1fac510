package org.moutracker.notifications.recipient;

import java.util.Set;
import java.util.UUID;

/** These people have a new address, or none any more; told within the transaction that keeps it, before all else. */
public record AddressesChanged(Set<UUID> ids) {}
