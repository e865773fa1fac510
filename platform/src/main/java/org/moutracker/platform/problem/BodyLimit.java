package org.moutracker.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is announced as too large with a problem document; the framework would answer without one. A path
 * that takes larger bodies is named in the settings, and counts for itself what arrives without an announcement.
 */
@ApplicationScoped
class BodyLimit {

    // Before all that the framework itself puts in the way, its own limit among it.
    private static final int FIRST = 10_000;

    // Just after the framework has noted its own limit, for bodies that come without an announcement.
    private static final int AFTER_THE_FRAMEWORK = 1;
    private static final String UNANNOUNCED = "io.quarkus.max-request-size";

    private final long limit;
    private final long largeLimit;
    private final Optional<Pattern> large;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "mou.http.body-limit") MemorySize limit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largeLimit,
            @ConfigProperty(name = "mou.http.large-bodies") Optional<String> large,
            ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.largeLimit = largeLimit.asLongValue();
        this.large = large.map(Pattern::compile);
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::note, AFTER_THE_FRAMEWORK);
    }

    private void check(RoutingContext exchange) {
        var most = isLarge(exchange) ? largeLimit : limit;
        if (announced(exchange) <= most) {
            exchange.next();
            return;
        }
        var type = ProblemType.TOO_LARGE;
        var problem = new Problem(
                "/problems/" + type.code(),
                type.title(),
                type.status(),
                "the body may have %d bytes at most".formatted(most),
                exchange.normalizedPath(),
                List.of());
        exchange.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(write(problem));
    }

    private void note(RoutingContext exchange) {
        if (isLarge(exchange)) {
            exchange.remove(UNANNOUNCED);
        } else if (exchange.get(UNANNOUNCED) != null) {
            exchange.put(UNANNOUNCED, limit);
        }
        exchange.next();
    }

    private boolean isLarge(RoutingContext exchange) {
        return exchange.request().method().equals(HttpMethod.PUT)
                && large.filter(path -> path.matcher(exchange.normalizedPath()).matches())
                        .isPresent();
    }

    private static long announced(RoutingContext exchange) {
        try {
            var length = exchange.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
