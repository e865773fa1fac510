package org.moutracker.platform.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.platform.problem.EarlyProblems;
import org.moutracker.platform.problem.ProblemType;

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
    private final List<LargeBody> large;
    private final EarlyProblems problems;

    /** A path that takes larger bodies, and how large: written as the path's pattern, a space and the size. */
    private record LargeBody(Pattern path, long limit) {

        static LargeBody of(String text) {
            var space = text.strip().lastIndexOf(' ');
            return new LargeBody(
                    Pattern.compile(text.strip().substring(0, space).strip()),
                    new MemorySizeConverter()
                            .convert(text.strip().substring(space + 1))
                            .asLongValue());
        }
    }

    BodyLimit(
            @ConfigProperty(name = "mou.http.body-limit") MemorySize limit,
            @ConfigProperty(name = "mou.http.large-bodies") Optional<List<String>> large,
            EarlyProblems problems) {
        this.limit = limit.asLongValue();
        this.large = large.orElse(List.of()).stream().map(LargeBody::of).toList();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::note, AFTER_THE_FRAMEWORK);
    }

    private void check(RoutingContext exchange) {
        var most = large(exchange).map(LargeBody::limit).orElse(limit);
        if (announced(exchange) <= most) {
            exchange.next();
            return;
        }
        exchange.response().putHeader("Connection", "close");
        problems.answer(exchange, ProblemType.TOO_LARGE, "the body may have %d bytes at most".formatted(most));
    }

    private void note(RoutingContext exchange) {
        if (large(exchange).isPresent()) {
            exchange.remove(UNANNOUNCED);
        } else if (exchange.get(UNANNOUNCED) != null) {
            exchange.put(UNANNOUNCED, limit);
        }
        exchange.next();
    }

    /** Whether larger bodies than usual are taken there. */
    boolean isForLarge(RoutingContext exchange) {
        return large(exchange).isPresent();
    }

    private Optional<LargeBody> large(RoutingContext exchange) {
        var method = exchange.request().method();
        return method.equals(HttpMethod.PUT) || method.equals(HttpMethod.POST)
                ? large.stream()
                        .filter(one ->
                                one.path().matcher(exchange.normalizedPath()).matches())
                        .findFirst()
                : Optional.empty();
    }

    private static long announced(RoutingContext exchange) {
        try {
            var length = exchange.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
