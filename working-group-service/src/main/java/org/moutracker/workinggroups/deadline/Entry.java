package org.moutracker.workinggroups.deadline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.timerules.Rule;

/** A deadline as a person enters it, checked against what is recorded. */
record Entry(
        DeadlineKind kind,
        String title,
        UUID agreementId,
        @Nullable UUID workingGroupId,
        Rule rule,
        @Nullable Recurrence recurrence,
        List<String> unless,
        Origin origin,
        List<Responsible> responsible,
        @Nullable String internalTo,
        List<String> internalParties) {

    /** What it asks for. */
    Commissioned commissioned(Map<String, String> facts, List<Suspension> suspensions) {
        return new Commissioned(
                recurrence == null ? null : "entries/" + Ids.next(),
                kind,
                title,
                agreementId,
                workingGroupId,
                null,
                0,
                rule,
                recurrence,
                facts,
                suspensions,
                Standing.open(),
                origin,
                responsible);
    }
}
