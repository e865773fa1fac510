package org.moutracker.notifications.workinggroup;

import java.util.List;
import java.util.UUID;

/** What a mail says about a group. */
public record GroupSummary(UUID id, String name, List<Missing> missing) {}
