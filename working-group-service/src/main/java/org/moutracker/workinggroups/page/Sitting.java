package org.moutracker.workinggroups.page;

import java.util.UUID;

/** Somebody who sits in a group, by name. */
record Sitting(UUID person, String name, String party, String role, String status) {}
