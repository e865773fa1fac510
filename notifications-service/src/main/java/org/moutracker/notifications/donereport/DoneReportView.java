package org.moutracker.notifications.donereport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.recipient.Recipient;

/** A done report as it is shown. */
@Schema(name = "DoneReport", description = "Somebody who was told of a deadline says that what was due is done.")
record DoneReportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID deadlineId,

        @Schema(
                required = true,
                description = "Which of the deadline's dates it is about; a move overtakes it.",
                examples = "1")
        int scheduleNo,

        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, nullable = true) @Nullable UUID workingGroupId,

        @Schema(required = true, description = "The alert by whose link it was reported.")
        UUID alertId,

        @Schema(required = true, examples = "Establish the Pakistan–Palestine Health Working Group")
        String title,

        @Schema(required = true) Reporter reportedBy,
        @Schema(required = true) Instant reportedAt,

        @Schema(required = true, description = "The day on which it was done.", examples = "2025-10-14")
        LocalDate doneOn,

        @Schema(required = true, nullable = true, examples = "Both co-chairs were named by note") @Nullable
        String note,

        @Schema(required = true) DoneReportStatus state,

        @Schema(required = true, nullable = true, description = "When it was decided, or overtaken; null before.")
        @Nullable
        Instant decidedAt,

        @Schema(
                required = true,
                nullable = true,
                description = "Who decided by the link of a mail; null when somebody did so with a token.")
        @Nullable
        UUID decidedBy,

        @Schema(required = true, nullable = true, description = "Why it was declined.") @Nullable
        String reason,

        @JsonIgnore @Schema(hidden = true) long version) {

    /** Who reported it. */
    @Schema(name = "DoneReporter", description = "Who reported it. How he is reached is not shown.")
    record Reporter(
            @Schema(required = true) UUID id,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null once it was erased.",
                    examples = "Ayesha Khan")
            @Nullable
            String name,

            @Schema(required = true, examples = "PK") String party) {}

    static DoneReportView of(DoneReport report, Map<UUID, Recipient> people) {
        var name = Optional.ofNullable(people.get(report.reporterId()))
                .map(Recipient::name)
                .orElse(null);
        return new DoneReportView(
                report.id(),
                report.deadlineId(),
                report.scheduleNo(),
                report.agreementId(),
                report.workingGroupId(),
                report.alertId(),
                report.content().title(),
                new Reporter(report.reporterId(), name, report.party()),
                report.reportedAt(),
                report.on(),
                report.note(),
                report.state(),
                report.decidedAt(),
                report.decidedBy(),
                report.reason(),
                report.version());
    }

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "DoneReportPage", description = "One page of done reports.")
    record Page(
            @Schema(required = true) List<DoneReportView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
