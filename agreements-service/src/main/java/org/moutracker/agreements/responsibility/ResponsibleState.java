package org.moutracker.agreements.responsibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who of our own side answers for an agreement, as notifications hear of it: ids alone. When they are away is told with
 * the persons.
 *
 * @param id that of the agreement
 * @param officers those whose time is not over
 */
record ResponsibleState(UUID id, List<Officer> officers, long version) {

    /** One of them, by the person's id. */
    record Officer(
            UUID personId,
            OfficerRole role,
            LocalDate from,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate until) {}
}
