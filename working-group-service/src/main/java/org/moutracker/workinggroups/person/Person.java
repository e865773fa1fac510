package org.moutracker.workinggroups.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be told something.
 *
 * @param email null for somebody who is erased
 * @param channels null for all, which is how it was before there was a choice
 */
public record Person(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "A pseudonym for somebody who is erased.", examples = "Ayesha Khan")
        String name,

        @Schema(
                required = true,
                description = "Null for somebody who is erased.",
                examples = "ayesha.khan@health.example",
                nullable = true)
        @Nullable
        String email,

        @Schema(required = true, description = "The language to write in (BCP 47).", examples = "ur")
        String language,

        @Schema(required = true, description = "The person's IANA zone.", examples = "Asia/Karachi")
        String zone,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "By which the person wants to be told; left out where that is all.",
                examples = "[\"IN_APP\"]")
        @Nullable
        List<Channel> channels) {

    private static final List<Channel> ALL = List.of(Channel.values());

    public Person {
        channels = channels == null || channels.containsAll(ALL) ? null : List.copyOf(channels);
    }

    /** By which the person wants to be told, also where that is all. */
    List<Channel> wanted() {
        return channels == null ? ALL : channels;
    }

    /** Nobody's name and address belong in a log. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
