package org.moutracker.workinggroups.page;

/** A group above or below another one. */
record Relative(String name, String type, String status) {}
