package org.moutracker.notifications.donereport;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.AlertContent;

/**
 * What somebody says who was told of a deadline.
 *
 * @param zone by whose clock it is today
 * @param content what is true of the deadline now
 */
public record NewDoneReport(
        UUID alertId,
        UUID reporterId,
        String party,
        ZoneId zone,
        LocalDate on,
        @Nullable String note,
        AlertContent content) {}
