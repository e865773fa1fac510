package org.moutracker.agreements.history;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes of every request that may change something where it came from and why. */
@Provider
class ChangeRequests implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final ChangeRequest request;

    ChangeRequests(ChangeRequest request) {
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (!READING.contains(context.getMethod())) {
            var path = context.getUriInfo().getPath();
            request.begin(
                    HistoryOrigin.ofRequest(
                            context.getMethod() + " " + (path.startsWith("/") ? path : "/" + path), trace(context)),
                    ChangeReason.of(Objects.requireNonNullElse(
                                    context.getHeaders().get(ChangeReason.HEADER), List.of()))
                            .orElse(null));
        }
    }

    private static @Nullable String trace(ContainerRequestContext context) {
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        var told = context.getHeaderString("traceparent");
        var parts = told == null ? null : TRACE.matcher(told);
        return parts != null && parts.matches() ? parts.group(1) : null;
    }
}
