package org.moutracker.agreements.responsibility;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;

/** Which agreements are meant. */
sealed interface Selection {

    /** Written as the word {@code all}, or as a list of ids. */
    @JsonCreator
    static Selection of(Object json) {
        if (json.equals("all")) {
            return new All();
        }
        if (json instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return new These(list.stream()
                    .map(String.class::cast)
                    .map(UUID::fromString)
                    .distinct()
                    .toList());
        }
        throw new IllegalArgumentException("must be \"all\" or a list of ids");
    }

    /** All that there are. */
    record All() implements Selection {

        @JsonValue
        String word() {
            return "all";
        }
    }

    /** These and no others. */
    record These(List<UUID> ids) implements Selection {

        @JsonValue
        List<UUID> list() {
            return ids;
        }
    }
}
