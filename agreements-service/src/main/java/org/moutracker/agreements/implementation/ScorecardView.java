package org.moutracker.agreements.implementation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.workinggroup.KnownWorkingGroup;

/** What has become of an agreement, by an instant. */
@Schema(
        name = "Implementation",
        description =
                "What has become of an agreement by an instant, each figure with its reason. Deadlines and working "
                        + "groups are as working-group-service has told, which takes up to two seconds.",
        examples = """
                {"agreementId": "0199c4f0-0000-7000-8000-000000000001", "reference": "PK-PS-2025-HEALTH",
                 "title": {"en": "Memorandum of Understanding on health cooperation"}, "status": "IN_FORCE",
                 "asOf": "2025-10-20T07:00:00Z",
                 "progress": {"share": 0, "reportedShare": 0.5, "weight": 2, "because": "0 of 2 by weight"},
                 "byStatus": {"REPORTED_FULFILLED": 1, "OPEN": 1},
                 "bySide": [{"side": "PK", "byStatus": {"REPORTED_FULFILLED": 1, "OPEN": 1}},
                            {"side": "PS", "byStatus": {"REPORTED_FULFILLED": 1}}],
                 "commitments": [],
                 "deadlines": {"metInTime": 1, "metLate": 0, "open": 0, "overdue": 0, "dropped": 0},
                 "overdue": [],
                 "workingGroups": [{"id": "0199c4f0-0000-7000-8000-00000000e001", "name": "Pakistan–Palestine Health Working Group",
                                    "status": "CONSTITUTED", "establishedOn": "2025-10-14", "missing": 0}],
                 "lastActivity": {"on": "2025-10-14", "what": "Establish the Pakistan–Palestine Health Working Group: met"},
                 "stagnation": {"since": null, "commitments": []}}
                """)
record ScorecardView(
        @Schema(required = true) UUID agreementId,

        @Schema(required = true, examples = "PK-PS-2025-HEALTH")
        String reference,

        @Schema(required = true) Map<String, String> title,
        @Schema(required = true) AgreementStatus status,

        @Schema(required = true, description = "By when all of this was so")
        Instant asOf,

        @Schema(required = true) Progress progress,

        @Schema(
                required = true,
                description = "How many commitments stand so",
                examples = "{\"OPEN\": 3, \"FULFILLED\": 1}")
        Map<CommitmentStatus, Long> byStatus,

        @Schema(required = true) List<SideCommitments> bySide,

        @Schema(required = true, description = "All of them, by code")
        List<CommitmentScore> commitments,

        @Schema(required = true) DeadlineCounts deadlines,

        @Schema(required = true, description = "Those longest overdue, 50 at most; `deadlines.overdue` counts all")
        List<OverdueDeadline> overdue,

        @Schema(required = true) List<KnownWorkingGroup> workingGroups,
        @Schema(required = true, nullable = true) @Nullable Activity lastActivity,
        @Schema(required = true) Stagnation stagnation) {}
