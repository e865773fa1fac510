package org.moutracker.notifications.recipient;

import java.util.Set;
import java.util.UUID;

/** These people can be told otherwise, elsewhere or no longer; told within the transaction that keeps them. */
public record PeopleChanged(Set<UUID> ids) {}
