package org.moutracker.platform.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.moutracker.platform.problem.LoggedPath;
import org.moutracker.platform.problem.Problem;

/**
 * Notes every change and every denied attempt in a log of its own: who, through which program, what, and why not. What a
 * change has changed, and the reason that was given, stands in the history of the thing. It names people by what the
 * provider calls them, and in no other way.
 */
class Audit {

    private static final Logger LOG = Logger.getLogger("org.moutracker.audit");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 400;

    private final Caller caller;
    private final Granted granted;

    Audit(Caller caller, Granted granted) {
        this.caller = caller;
        this.granted = granted;
    }

    @ServerResponseFilter
    void note(ContainerRequestContext request, ContainerResponseContext response) {
        var status = response.getStatus();
        if (status == UNAUTHENTICATED) {
            LOG.warn(line("denied", request, status) + " because=\"" + why(response) + "\"");
        } else if (status == FORBIDDEN || granted.isHidden()) {
            LOG.warn(line("denied", request, status) + by() + " because=\"" + why(response) + "\"");
        } else if (status < FAILED && !READING.contains(request.getMethod()) && granted.isGiven()) {
            LOG.info(line("changed", request, status) + by());
        }
    }

    private static String line(String what, ContainerRequestContext request, int status) {
        return "%s method=%s path=%s status=%d"
                .formatted(
                        what,
                        request.getMethod(),
                        LoggedPath.of(request.getUriInfo().getRequestUri().getRawPath()),
                        status);
    }

    private String by() {
        return caller.isSomebody()
                ? " by=%s client=%s"
                        .formatted(
                                plain(caller.subject()), plain(caller.client().orElse("-")))
                : " by=- client=-";
    }

    /** On one line, whatever a provider lets into a subject. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}._:@-]", "?");
    }

    private static String why(ContainerResponseContext response) {
        return response.getEntity() instanceof Problem problem ? problem.detail() : "refused";
    }
}
