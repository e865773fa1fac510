package org.moutracker.notifications.donereport;

import java.util.UUID;

/** A report, and who was asked about it by a link. */
public record LinkedReport(UUID recipientId, DoneReport report) {}
