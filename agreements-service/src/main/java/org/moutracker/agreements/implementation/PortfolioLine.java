package org.moutracker.agreements.implementation;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What has become of all agreements that have something in common. */
@Schema(
        name = "Portfolio",
        description = "What has become of all agreements that have something in common.",
        examples = """
                {"key": "PS", "agreements": 4, "inForce": 3, "stagnant": 1, "share": 0.42, "weight": 12, "commitments": 10,
                 "fulfilled": 3, "awaitingConfirmation": 1, "disputed": 0,
                 "deadlines": {"metInTime": 3, "metLate": 1, "open": 4, "overdue": 1, "dropped": 0}}
                """)
record PortfolioLine(
        @Schema(
                required = true,
                description =
                        "The country's code, the name of the area or initiative without case and accents, the status, "
                                + "the type, or the subject of the officer",
                examples = "PS")
        String key,

        @Schema(required = true, examples = "4") int agreements,
        @Schema(required = true, examples = "3") int inForce,

        @Schema(
                required = true,
                description = "Agreements with a commitment that nobody has reported on for too long",
                examples = "1")
        int stagnant,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "0 to 1: how much of all commitments is done by their weight, as the implementation of one "
                                + "agreement counts it; null where nothing is counted",
                examples = "0.42")
        @Nullable
        BigDecimal share,

        @Schema(required = true, description = "Of all commitments that are counted", examples = "12")
        BigDecimal weight,

        @Schema(required = true, examples = "10") int commitments,
        @Schema(required = true, examples = "3") int fulfilled,

        @Schema(required = true, description = "Reported fulfilled by one side alone", examples = "1")
        int awaitingConfirmation,

        @Schema(required = true, examples = "0") int disputed,
        @Schema(required = true) DeadlineCounts deadlines) {}
