package org.moutracker.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.handler.codec.DecoderException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.moutracker.platform.messaging.StorageFailed;

/** Turns every exception, ours and the framework's, into a problem document. */
class Problems {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    // More than anybody mends at a time; a megabyte of empty objects would have a hundred thousand.
    private static final int MOST_VIOLATIONS = 100;

    // A database that restarts, or a place among a few, is there again by then.
    private static final int SHORTLY_SECONDS = 2;

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    RestResponse<Problem> map(InvalidRequest e, UriInfo uri) {
        return invalid(e.violations(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(RuleViolated e, UriInfo uri) {
        return problem(ProblemType.RULE_VIOLATED, message(e), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(NotFound e, UriInfo uri) {
        return problem(ProblemType.NOT_FOUND, message(e), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(Refused e, UriInfo uri) {
        return e.type() == ProblemType.TOO_MANY_REQUESTS
                ? later(e.type(), message(e), uri)
                : problem(e.type(), message(e), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(UnauthorizedException e, UriInfo uri) {
        return unauthenticated("there is none", "Bearer", uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(AuthenticationFailedException e, UriInfo uri) {
        return unauthenticated(TokenRefusal.of(e), INVALID_TOKEN, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(RefusedToken e, UriInfo uri) {
        return unauthenticated(message(e), INVALID_TOKEN, uri);
    }

    /** The challenge is that of RFC 6750. */
    private static RestResponse<Problem> unauthenticated(String why, String challenge, UriInfo uri) {
        return RestResponse.ResponseBuilder.create(
                        Response.Status.UNAUTHORIZED,
                        body(
                                ProblemType.UNAUTHENTICATED,
                                "a valid bearer token is needed (Authorization: Bearer …): " + why,
                                uri,
                                List.of()))
                .header("WWW-Authenticate", challenge)
                .type(MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ForbiddenException e, UriInfo uri) {
        return problem(
                ProblemType.FORBIDDEN,
                e.getMessage() == null ? "the token's owner may not do this" : e.getMessage(),
                uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ConstraintViolationException e, UriInfo uri) {
        return invalid(
                e.getConstraintViolations().stream()
                        .map(Problems::violation)
                        .sorted(Comparator.comparing(Violation::field))
                        .toList(),
                uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ResteasyReactiveViolationException e, UriInfo uri) {
        return map((ConstraintViolationException) e, uri);
    }

    // The framework has a mapper of its own for the second.
    @ServerExceptionMapper({JsonMappingException.class, MismatchedInputException.class})
    RestResponse<Problem> map(JsonMappingException e, UriInfo uri) {
        return invalid(List.of(JsonViolation.of(e)), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return invalid(List.of(JsonViolation.of(json)), uri);
        }
        if (e.getCause() instanceof InvalidRequest invalid) {
            return map(invalid, uri);
        }
        var status = e.getResponse().getStatus();
        var type = ProblemType.ofStatus(status);
        if (type == ProblemType.INTERNAL_ERROR) {
            return map((Throwable) e, uri);
        }
        return problem(type, type.meaning(), uri);
    }

    @ServerExceptionMapper({StorageFailed.class, JDBCConnectionException.class})
    RestResponse<Problem> unavailable(Throwable e, UriInfo uri) {
        var unstorable = Unstorable.behind(e);
        if (unstorable.isPresent()) {
            return invalid(List.of(unstorable.get()), uri);
        }
        if (Cut.isBehind(e)) {
            return tooCostly(uri);
        }
        LOG.warnf("the database cannot be used: %s", e.getMessage());
        return later(ProblemType.UNAVAILABLE, ProblemType.UNAVAILABLE.meaning(), uri);
    }

    private static RestResponse<Problem> tooCostly(UriInfo uri) {
        LOG.warnf("a statement for %s took too long and was cut off", LoggedPath.of(uri.getPath()));
        return later(ProblemType.TOO_COSTLY, ProblemType.TOO_COSTLY.meaning(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(Throwable e, UriInfo uri) {
        var unstorable = Unstorable.behind(e);
        if (unstorable.isPresent()) {
            return invalid(List.of(unstorable.get()), uri);
        }
        if (Cut.isBehind(e)) {
            return tooCostly(uri);
        }
        if (isGone(e)) {
            LOG.infof("a caller of %s went away before the answer ended", LoggedPath.of(uri.getPath()));
            return problem(ProblemType.INVALID_REQUEST, ProblemType.INVALID_REQUEST.meaning(), uri);
        }
        if (isBrokenOff(e)) {
            return problem(ProblemType.INVALID_REQUEST, "the body is not as HTTP wants it", uri);
        }
        if (isNoMediaType(e)) {
            return problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.UNSUPPORTED_MEDIA_TYPE.meaning(), uri);
        }
        if (isTooLarge(e)) {
            return problem(ProblemType.TOO_LARGE, ProblemType.TOO_LARGE.meaning(), uri);
        }
        LOG.errorf(Untold.of(e), "a request to %s failed", LoggedPath.of(uri.getPath()));
        return problem(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.meaning(), uri);
    }

    /** Whether nobody is there any more to be answered, as the framework tells it: sometimes by nothing but these words. */
    private static boolean isGone(Throwable failure) {
        return isBehind(
                failure,
                cause -> cause instanceof HttpClosedException
                        || cause instanceof ClosedChannelException
                        || (cause instanceof IOException && "Connection has been closed".equals(cause.getMessage())));
    }

    /** Whether the body was not in the chunks that it was announced in. */
    private static boolean isBrokenOff(Throwable failure) {
        return failure instanceof IOException
                && isBehind(
                        failure, cause -> cause instanceof DecoderException || cause instanceof NumberFormatException);
    }

    /** Whether a body that came without its size was too large; the framework has answered by then. */
    private static boolean isTooLarge(Throwable failure) {
        return isBehind(
                failure, cause -> cause instanceof IOException && "Request too large".equals(cause.getMessage()));
    }

    /** Whether what stands in Content-Type is no media type at all, as the framework tells it. */
    private static boolean isNoMediaType(Throwable failure) {
        return failure instanceof IllegalArgumentException && message(failure).startsWith("Failed to parse media type");
    }

    private static boolean isBehind(Throwable failure, Predicate<Throwable> kind) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static RestResponse<Problem> invalid(List<Violation> violations, UriInfo uri) {
        var detail = violations.size() == 1 ? "1 field is invalid" : violations.size() + " fields are invalid";
        var named = violations.subList(0, Math.min(violations.size(), MOST_VIOLATIONS));
        return RestResponse.ResponseBuilder.create(
                        Response.Status.BAD_REQUEST,
                        body(
                                ProblemType.INVALID_REQUEST,
                                violations.size() > MOST_VIOLATIONS
                                        ? "%s; the first %d are named".formatted(detail, MOST_VIOLATIONS)
                                        : detail,
                                uri,
                                named))
                .type(MEDIA_TYPE)
                .build();
    }

    private static RestResponse<Problem> later(ProblemType type, String detail, UriInfo uri) {
        return RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(body(type, detail, uri, List.of()))
                .header("Retry-After", SHORTLY_SECONDS)
                .type(MEDIA_TYPE)
                .build();
    }

    private static RestResponse<Problem> problem(ProblemType type, String detail, UriInfo uri) {
        return RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(body(type, detail, uri, List.of()))
                .type(MEDIA_TYPE)
                .build();
    }

    private static Problem body(ProblemType type, String detail, UriInfo uri, List<Violation> violations) {
        return new Problem(
                "/problems/" + type.code(),
                type.title(),
                type.status(),
                detail,
                uri.getRequestUri().getRawPath(),
                violations);
    }

    private static String message(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    /** The path without the method and parameter that Bean Validation puts before it. */
    private static Violation violation(ConstraintViolation<?> violation) {
        var nodes = violation.getPropertyPath().iterator();
        var body = new ArrayList<Path.Node>();
        var depth = 0;
        while (nodes.hasNext()) {
            var node = nodes.next();
            var skipped = depth++ < 2 && nodes.hasNext() && (depth == 1 || isBody(violation, node.getName()));
            if (!skipped) {
                body.add(node);
            }
        }
        return new Violation(Violation.field(body), violation.getMessage());
    }

    private static boolean isBody(ConstraintViolation<?> violation, String name) {
        return violation.getLeafBean() != violation.getRootBean() && !name.isEmpty();
    }
}
