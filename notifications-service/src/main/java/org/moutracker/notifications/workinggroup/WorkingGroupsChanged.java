package org.moutracker.notifications.workinggroup;

import java.util.Set;
import java.util.UUID;

/** These groups have other members, or miss something else; told within the transaction that keeps them. */
public record WorkingGroupsChanged(Set<UUID> ids) {}
