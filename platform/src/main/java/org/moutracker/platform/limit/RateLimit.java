package org.moutracker.platform.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.EarlyProblems;
import org.moutracker.platform.problem.ProblemType;

/**
 * Lets nobody ask more often than others can bear. Whoever has a valid token is counted by its subject, whatever others do
 * at his address; all else is counted by address, and once more, far more strictly, where it is refused.
 */
@ApplicationScoped
class RateLimit {

    // The framework authenticates at 200 and authorizes at 100.
    private static final int BETWEEN = 120;

    // What a guess is answered with: no such token, no such link, nothing there.
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final Allowances callers;
    private final Allowances addresses;
    private final Allowances refused;
    private final EarlyProblems problems;

    RateLimit(RateSettings rates, EarlyProblems problems) {
        this.callers = new Allowances(rates.caller());
        this.addresses = new Allowances(rates.address());
        this.refused = new Allowances(rates.refused());
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BETWEEN);
    }

    private void check(RoutingContext exchange) {
        var identity = QuarkusHttpUser.getSecurityIdentity(exchange, null);
        if (identity == null) {
            checkAddress(exchange);
            return;
        }
        // It would answer in its own words; whoever asks for the identity later is told of the same failure.
        var toldByTheFramework = exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        identity.onTermination()
                .invoke(() -> {
                    if (toldByTheFramework != null) {
                        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, toldByTheFramework);
                    }
                })
                .subscribe()
                .with(
                        who -> {
                            var subject = subject(who);
                            if (subject == null) {
                                checkAddress(exchange);
                            } else {
                                answer(exchange, callers.take(subject), "from the owner of this token");
                            }
                        },
                        notValid -> checkAddress(exchange));
    }

    private void checkAddress(RoutingContext exchange) {
        var address = ClientAddress.of(exchange.request());
        var wait = refused.look(address);
        if (wait.isPositive()) {
            answer(exchange, wait, "that were refused came from this address");
            return;
        }
        exchange.addHeadersEndHandler(sent -> {
            if (REFUSALS.contains(exchange.response().getStatusCode())) {
                refused.take(address);
            }
        });
        answer(exchange, addresses.take(address), "without a valid token came from this address");
    }

    private void answer(RoutingContext exchange, Duration wait, String which) {
        if (!wait.isPositive()) {
            exchange.next();
            return;
        }
        var seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        exchange.response().putHeader("Retry-After", String.valueOf(seconds));
        problems.answer(
                exchange,
                ProblemType.TOO_MANY_REQUESTS,
                "too many requests %s: try again in %d s".formatted(which, seconds));
    }

    /** Null for nobody, and for a token that does not say whose it is, which opens nothing. */
    private static @Nullable String subject(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
    }
}
