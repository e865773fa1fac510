package org.moutracker.agreements.contactpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact point as notifications hear of it: ids alone, without what the person is called or does. */
record ContactPointState(
        UUID id,
        UUID organizationId,
        UUID personId,
        LocalDate from,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate until,
        long version) {}
