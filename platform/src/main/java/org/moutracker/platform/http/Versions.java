package org.moutracker.platform.http;

import static org.moutracker.platform.problem.ProblemType.PRECONDITION_REQUIRED;
import static org.moutracker.platform.problem.ProblemType.STALE;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Refused;

/** A resource's version as entity tag, so that nobody overwrites what he has not seen (RFC 9110, 13.1.1). */
public final class Versions {

    /** What the documents say of a condition that {@link #allow} looks at. */
    public static final String IF_MATCH = "The version this is based on; stale is refused. It may be left out.";

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** Lets a change through unless it is based on another version than this: 412 when it is stale. */
    public static void allow(@Nullable String ifMatch, long version) {
        if (ifMatch != null) {
            require(ifMatch, version);
        }
    }

    /** Answers with something as it is by now. */
    public static <T> RestResponse<T> answer(T entity, long version) {
        return RestResponse.ResponseBuilder.ok(entity)
                .header("ETag", etag(version))
                .build();
    }

    /** Answers with something that was not there before. */
    public static Response created(String at, Object entity, long version) {
        return Response.created(URI.create(at))
                .entity(entity)
                .header("ETag", etag(version))
                .build();
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
