package org.moutracker.workinggroups.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a group's agreements are carried out, from what is known here: no more about persons than which seat is whose.
 *
 * @param agreementId the one that it is narrowed to; null for all
 */
@Schema(description = "How the agreements of a group are carried out, as of an instant.")
public record GroupReport(
        @Schema(required = true) GroupLine group,
        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, examples = "2025-10-14") LocalDate from,
        @Schema(required = true, examples = "2026-10-13") LocalDate to,

        @Schema(required = true, description = "What became known later is not in it.")
        Instant asOf,

        @Schema(required = true) List<AgreementPart> agreements,
        @Schema(required = true) DeadlinePart deadlines,
        @Schema(required = true) DecisionPart decisions,
        @Schema(required = true) ActionPart actionItems,
        @Schema(required = true) MeetingPart meetings,
        @Schema(required = true) List<SidePart> sides,

        @Schema(required = true, description = "Who has yet to be named, by which side.")
        List<MissingSeat> missing) {

    /** Which group. */
    @Schema(name = "ReportedGroup")
    public record GroupLine(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name,
            @Schema(required = true) String status,

            @Schema(required = true, nullable = true) @Nullable
            LocalDate establishedOn) {}

    /** What was promised under an agreement, and where that stands. */
    @Schema(name = "ReportedAgreement")
    public record AgreementPart(
            @Schema(required = true) UUID id,

            @Schema(
                    required = true,
                    description = "Null where it was not known yet when the report was written.",
                    examples = "PK-PS-2025-HEALTH",
                    nullable = true)
            @Nullable
            String reference,

            @Schema(
                    required = true,
                    description = "By language.",
                    examples = "{\"en\": \"Memorandum of Understanding on health cooperation\"}")
            Map<String, String> title,

            @Schema(required = true, description = "How many commitments stand where.")
            Map<String, Integer> commitmentsByStatus,

            @Schema(required = true) Listed<CommitmentLine> commitments) {

        public AgreementPart {
            // Reports that were stored before do not have it.
            title = title == null ? Map.of() : Map.copyOf(title);
        }
    }

    /** A commitment. */
    @Schema(name = "ReportedCommitment")
    public record CommitmentLine(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "C-01") String code,
            @Schema(required = true) String title,
            @Schema(required = true) String kind,
            @Schema(required = true, examples = "OPEN") String status) {}

    /** What was due; action items stand apart. */
    @Schema(name = "ReportedDeadlines")
    public record DeadlinePart(
            @Schema(required = true, description = "Met in the period and in time.")
            Listed<DeadlineLine> metInTime,

            @Schema(required = true, description = "Met in the period, after the last day.")
            Listed<DeadlineLine> metLate,

            @Schema(required = true, description = "Due in the period, or on a day not known yet, and not too late.")
            Listed<DeadlineLine> open,

            @Schema(required = true, description = "Too late, whether it was due in the period or before.")
            Listed<DeadlineLine> overdue) {}

    /** A deadline. */
    @Schema(name = "ReportedDeadline")
    public record DeadlineLine(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID agreementId,
            @Schema(required = true) String kind,
            @Schema(required = true) String title,
            @Schema(required = true) String status,

            @Schema(required = true, nullable = true) @Nullable
            LocalDate lastDay,

            @Schema(required = true, nullable = true) @Nullable
            LocalDate metOn) {}

    /** What was decided in the period. */
    @Schema(name = "ReportedDecisions")
    public record DecisionPart(
            @Schema(required = true) Map<String, Integer> byStatus,
            @Schema(required = true) Listed<DecisionLine> all) {}

    /** A decision. */
    @Schema(name = "ReportedDecision")
    public record DecisionLine(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "D-2026-03") String number,
            @Schema(required = true) LocalDate decidedOn,
            @Schema(required = true) String title,
            @Schema(required = true) String status) {}

    /** What was taken on. */
    @Schema(name = "ReportedActionItems")
    public record ActionPart(
            @Schema(required = true, description = "Done in the period.")
            Listed<ActionLine> done,

            @Schema(required = true, description = "Due in the period, or on a day not known yet, and not too late.")
            Listed<ActionLine> open,

            @Schema(required = true, description = "Too late, whether it was due in the period or before.")
            Listed<ActionLine> overdue) {}

    /** An action item. */
    @Schema(name = "ReportedActionItem")
    public record ActionLine(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "D-2026-03", nullable = true) @Nullable
            String decision,

            @Schema(required = true) String title,
            @Schema(required = true, examples = "PK") String party,

            @Schema(required = true, nullable = true) @Nullable
            LocalDate lastDay,

            @Schema(required = true, nullable = true) @Nullable
            LocalDate doneOn) {}

    /** When the group met, and when it has to. */
    @Schema(name = "ReportedMeetings")
    public record MeetingPart(
            @Schema(required = true) Listed<MeetingLine> held,
            @Schema(required = true) Listed<MeetingLine> due) {}

    /** A meeting that was held or is to be held. */
    @Schema(name = "ReportedMeeting")
    public record MeetingLine(
            @Schema(required = true) String title,

            @Schema(required = true, description = "The last day on which it is to be held.", nullable = true) @Nullable
            LocalDate lastDay,

            @Schema(required = true, nullable = true) @Nullable
            LocalDate heldOn,

            @Schema(required = true) boolean overdue) {}

    /** Who sits for a side: how many, as what. */
    @Schema(name = "ReportedSide")
    public record SidePart(
            @Schema(required = true, examples = "PK") String side,
            @Schema(required = true) int members,
            @Schema(required = true) Map<String, Integer> roles,
            @Schema(required = true) List<SeatLine> seats) {}

    /** A seat, by ids alone. */
    @Schema(name = "ReportedSeat")
    public record SeatLine(
            @Schema(required = true) UUID member,
            @Schema(required = true) UUID personId,
            @Schema(required = true) String party,
            @Schema(required = true) String role) {}

    /** Who has yet to be named. */
    @Schema(name = "MissingSeat")
    public record MissingSeat(
            @Schema(required = true, examples = "PS") String side,
            @Schema(required = true, examples = "CO_CHAIR") String what) {}
}
