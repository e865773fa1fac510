package org.moutracker.agreements.implementation;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.agreements.commitment.CommitmentStatus;

/** The commitments that one side owes, alone or with others. */
@Schema(description = "The commitments that one side owes, alone or with others, by where they stand.")
record SideCommitments(
        @Schema(required = true, examples = "PK") String side,

        @Schema(required = true, examples = "{\"OPEN\": 3, \"FULFILLED\": 1}")
        Map<CommitmentStatus, Long> byStatus) {}
