package org.moutracker.workinggroups.deadline;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;

/** What is read of a deadline to tell whether it moves. */
public record Shown(
        UUID id,
        DeadlineKind kind,
        String title,
        UUID agreementId,
        @ProjectedFieldName("course.status") DeadlineStatus status,
        @ProjectedFieldName("schedule.lastDay") @Nullable LocalDate lastDay,
        @ProjectedFieldName("schedule.certainty") Certainty certainty) {

    /** Whether somebody who looks at dates sees no difference. */
    public boolean isLike(@Nullable Shown other) {
        return other != null
                && status == other.status
                && certainty == other.certainty
                && Objects.equals(lastDay, other.lastDay);
    }
}
