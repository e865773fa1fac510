package org.moutracker.platform.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer tells a browser, whoever makes it: a resource, a refusal, the framework. An answer that says one of
 * them itself is left alone.
 */
@ApplicationScoped
class SecurityHeaders {

    // Before all others, so that what they refuse says it too.
    private static final int FIRST = 20_000;

    /** Answers of the API are read by programs: a browser that is made to open one does nothing with it. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The page of Swagger UI has a script and styles of its own in it, which each release of it may change.
    private static final String SWAGGER_UI = "/q/swagger-ui";
    private static final String SWAGGER_UI_POLICY =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A year: what lists of such hosts ask for. Other names of the domain are not ours to speak for.
    private static final String ONLY_BY_TLS = "max-age=31536000";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::promise, FIRST);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(-FIRST).handler(SecurityHeaders::promise);
    }

    private static void promise(RoutingContext exchange) {
        exchange.addHeadersEndHandler(sent -> say(exchange));
        exchange.next();
    }

    private static void say(RoutingContext exchange) {
        var headers = exchange.response().headers();
        unlessSaid(headers, "X-Content-Type-Options", "nosniff");
        // Addresses can be keys, which must not travel.
        unlessSaid(headers, "Referrer-Policy", "no-referrer");
        unlessSaid(
                headers,
                "Content-Security-Policy",
                exchange.normalizedPath().startsWith(SWAGGER_UI) ? SWAGGER_UI_POLICY : NOTHING);
        unlessSaid(headers, "X-Frame-Options", "DENY");
        unlessSaid(headers, "X-Robots-Tag", "noindex, nofollow");
        unlessSaid(headers, "Cross-Origin-Opener-Policy", "same-origin");
        unlessSaid(headers, "Cross-Origin-Resource-Policy", "same-origin");
        // Nearly every answer says something of somebody. One that may be kept, to be asked about again, says so.
        unlessSaid(headers, "Cache-Control", "no-store");
        // Also behind a proxy that ends TLS, once quarkus.http.proxy lets it say so.
        if ("https".equals(exchange.request().scheme())) {
            unlessSaid(headers, "Strict-Transport-Security", ONLY_BY_TLS);
        }
    }

    private static void unlessSaid(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
