package org.moutracker.workinggroups.person;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who can be told something. */
public record Person(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "Ayesha Khan") String name,

        @Schema(required = true, examples = "ayesha.khan@health.example")
        String email,

        @Schema(required = true, description = "The language to write in (BCP 47).", examples = "ur")
        String language,

        @Schema(required = true, description = "The person's IANA zone.", examples = "Asia/Karachi")
        String zone) {}
