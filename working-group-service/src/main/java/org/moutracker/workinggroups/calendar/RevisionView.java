package org.moutracker.workinggroups.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revision as callers see it: what it says, who published it, and what followed. */
@Schema(
        name = "CalendarRevision",
        description = "A revision of a calendar: what it says, who published it, what followed.")
record RevisionView(
        @Schema(required = true) Calendar calendar,
        @Schema(required = true) Instant publishedAt,

        @Schema(required = true, examples = "registrar") String publishedBy,

        @Schema(required = true, examples = "the Council of Ministers has decided")
        String reason,

        @Schema(
                required = true,
                description = "What it says otherwise than the revision before.",
                examples = "[\"2025-10-20 is closed (Day of mourning)\"]")
        List<String> changes,

        @Schema(required = true, description = "Null when nothing follows from it.", nullable = true) @Nullable
        Recomputation recomputation) {

    /** A revision without its days. */
    @Schema(name = "CalendarRevisionSummary", description = "A revision without what it says.")
    record Summary(
            @Schema(required = true, examples = "4") int revision,
            @Schema(required = true) Instant publishedAt,

            @Schema(required = true, examples = "registrar") String publishedBy,

            @Schema(required = true, examples = "the Council of Ministers has decided")
            String reason,

            @Schema(required = true) CalendarSource source,

            @Schema(required = true, description = "The last day up to which it is confirmed.", examples = "2026-12-31")
            LocalDate confirmedUntil) {

        static Summary of(Revision revision) {
            return new Summary(
                    revision.calendar().revision(),
                    revision.publishedAt(),
                    revision.publishedBy(),
                    revision.reason(),
                    revision.calendar().source(),
                    revision.calendar().confirmedUntil());
        }
    }
}
