package org.moutracker.notifications.deadline;

import java.util.List;
import org.moutracker.platform.messaging.Received;

/** News of deadlines, each with its state; told within the transaction that keeps them. */
public record DeadlinesChanged(List<Received<Deadline>> news) {}
