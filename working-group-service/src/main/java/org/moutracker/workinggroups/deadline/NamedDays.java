package org.moutracker.workinggroups.deadline;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;

/** What is read of a deadline for those that count from it. */
record NamedDays(
        UUID id,
        @ProjectedFieldName("descent.alias") @Nullable String alias,
        @ProjectedFieldName("course.status") DeadlineStatus status,
        @ProjectedFieldName("schedule.lastDay") @Nullable LocalDate lastDay,
        @ProjectedFieldName("schedule.certainty") Certainty certainty,
        @ProjectedFieldName("course.metOn") @Nullable LocalDate metOn) {

    /** Its days under every name that rules may use. */
    Map<String, References.Days> named() {
        // What was cancelled never comes, so nothing can be counted from it.
        var due = status == DeadlineStatus.CANCELLED ? null : lastDay;
        var days = new References.Days(due, metOn, certainty == Certainty.PROVISIONAL);
        var named = new HashMap<String, References.Days>();
        named.put(id.toString(), days);
        if (alias != null) {
            named.put(alias, days);
        }
        return named;
    }
}
