package org.moutracker.agreements.commitment.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentStatus;

/** A line of a commitment's history as callers see it. */
@Schema(
        name = "CommitmentEntry",
        description = "What was said or decided about a commitment; never changed, never removed.")
public record EntryView(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description =
                        "NOTICE is that a side was told that it is reported fulfilled, CONFIRMED_BY_SILENCE that it was silent "
                                + "for the agreed time; DEADLINE_MET and DEADLINE_REOPENED follow from its deadline, DECISION and DECISION_VOIDED from a "
                                + "group's decision; a CORRECTION takes back that the sides closed it")
        EntryKind kind,

        @Schema(required = true, nullable = true, description = "Whose word it is", examples = "PK") @Nullable
        String party,

        @Schema(required = true, nullable = true, description = "With whom that party stands", examples = "PK")
        @Nullable
        String side,

        @Schema(required = true, nullable = true, description = "Of which day it speaks", examples = "2026-01-10")
        @Nullable
        LocalDate on,

        @Schema(
                required = true,
                nullable = true,
                description = "What was done, or why",
                examples = "Thirty nurses have finished the course")
        @Nullable
        String text,

        @Schema(required = true, nullable = true, description = "Of the target's indicator", examples = "30") @Nullable
        BigDecimal value,

        @Schema(required = true) List<Evidence> evidence,
        @Schema(required = true, nullable = true) @Nullable OnBehalf onBehalf,

        @Schema(required = true, description = "Of an outcome: each side's word")
        List<AgreeingWord> words,

        @Schema(required = true, description = "Where the commitment stood")
        CommitmentStatus statusBefore,

        @Schema(required = true, description = "Where it stood after it")
        CommitmentStatus statusAfter,

        @Schema(required = true) Instant recordedAt,

        @Schema(
                required = true,
                description = "Subject of the token it was recorded with; system for what follows by itself")
        String recordedBy) {

    public static EntryView of(CommitmentEntry entry) {
        return new EntryView(
                entry.id,
                entry.kind,
                entry.party,
                entry.side,
                entry.on,
                entry.text,
                entry.value,
                entry.evidence,
                entry.onBehalf,
                entry.words,
                entry.statusBefore,
                entry.statusAfter,
                entry.recordedAt,
                entry.recordedBy);
    }
}
