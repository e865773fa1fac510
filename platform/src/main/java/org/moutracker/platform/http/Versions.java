package org.moutracker.platform.http;

import static org.moutracker.platform.problem.ProblemType.PRECONDITION_REQUIRED;
import static org.moutracker.platform.problem.ProblemType.STALE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Refused;

/** A resource's version as entity tag, so that nobody overwrites what he has not seen (RFC 9110, 13.1.1). */
public final class Versions {

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** Lets a change through only when it is based on this version: 428 without a condition, 412 when it is stale. */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(PRECONDITION_REQUIRED, "If-Match must name the version this is based on, such as \"1\"");
        }
        var current = etag(version);
        if (!ifMatch.strip().equals("*")
                && Arrays.stream(ifMatch.split(","))
                        .noneMatch(tag -> tag.strip().equals(current))) {
            throw new Refused(STALE, "the resource is at version %s by now".formatted(current));
        }
    }
}
