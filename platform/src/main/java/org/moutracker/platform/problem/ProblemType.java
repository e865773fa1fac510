package org.moutracker.platform.problem;

import java.util.Locale;

/** Every kind of error that a service answers with; its code is stable and has a page of its own. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is malformed, or a field, parameter or value is unknown or impossible."),
    UNAUTHENTICATED(401, "There is no bearer token, or it is expired, not yet valid or not signed by whom we trust."),
    FORBIDDEN(403, "The token is valid, but its owner may not do this."),
    NOT_FOUND(404, "There is nothing at this address, or nothing that the caller may know of."),
    METHOD_NOT_ALLOWED(405, "The address exists, but not for this method."),
    NOT_ACCEPTABLE(406, "None of the media types asked for can be served."),
    RULE_VIOLATED(
            409, "The request is well formed, but a rule forbids it in the present state; the detail says which."),
    STALE(412, "The resource has changed since it was read: read it again and decide anew."),
    TOO_LARGE(413, "The body is larger than what is accepted."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not one that is read here."),
    RANGE_NOT_SATISFIABLE(
            416, "The range of bytes asked for begins after the end; the detail says how many there are."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used before, with another body."),
    PRECONDITION_REQUIRED(428, "A change must name in If-Match the version that it is based on."),
    TOO_MANY_REQUESTS(429, "Too many requests: try again later."),
    INTERNAL_ERROR(500, "Something is wrong on our side; it has been logged."),
    UNAVAILABLE(503, "The database cannot be reached just now: try again shortly."),
    TOO_COSTLY(503, "The database would take longer for this than others can bear: ask for less, or try again later.");

    private final int status;
    private final String meaning;

    ProblemType(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    String meaning() {
        return meaning;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static ProblemType ofStatus(int status) {
        for (var type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
