package org.moutracker.workinggroups.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.Shown;

/** What would become of deadlines. */
@Schema(name = "Impact", description = "Which deadlines would move, from when to when, and how many would not.")
record Impact(
        @Schema(required = true) List<Move> moves,

        @Schema(required = true, description = "How many would stay as they are.", examples = "12")
        int unmoved) {

    /** One that would move. */
    @Schema(name = "Move", description = "A deadline that would move, be closed, or be opened.")
    record Move(
            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null for one that would be opened, and is not there yet.")
            @Nullable
            UUID deadlineId,

            @Schema(required = true) UUID agreementId,
            @Schema(required = true) DeadlineKind kind,
            @Schema(required = true) String title,

            @Schema(required = true, description = "The last day now; null without one.", nullable = true) @Nullable
            LocalDate from,

            @Schema(required = true, description = "The last day then; null without one.", nullable = true) @Nullable
            LocalDate to,

            @Schema(required = true) DeadlineStatus status,
            @Schema(required = true) Certainty certainty) {

        static Move of(@Nullable Shown before, Shown after) {
            return new Move(
                    before == null ? null : after.id(),
                    after.agreementId(),
                    after.kind(),
                    after.title(),
                    before == null ? null : before.lastDay(),
                    after.lastDay(),
                    after.status(),
                    after.certainty());
        }
    }

    static Impact of(Map<UUID, Shown> before, Map<UUID, Shown> after) {
        var moves = new ArrayList<Move>();
        after.forEach((id, then) -> {
            if (!then.isLike(before.get(id))) {
                moves.add(Move.of(before.get(id), then));
            }
        });
        return new Impact(moves, after.size() - moves.size());
    }
}
