package org.moutracker.platform.access;

import static java.util.stream.Collectors.toMap;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.moutracker.platform.problem.RefusedToken;

/** Asks the gate before anything else of a request is looked at. */
class AccessFilter {

    /** {@code {id: [0-9]+}}: the name, and what it must look like. */
    private static final Pattern SHAPE = Pattern.compile("\\{\\s*(\\w+)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    private final Gate gate;
    private final Map<Method, Rule> known = new ConcurrentHashMap<>();

    AccessFilter(Gate gate) {
        this.gate = gate;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void pass(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        requireOneToken(request);
        var rule = known.computeIfAbsent(method, one -> rule(one, resource.getResourceClass()));
        if (!rule.open()) {
            var parameters = request.getUriInfo().getPathParameters();
            gate.require(rule, parameters.keySet().stream().collect(toMap(name -> name, parameters::getFirst)));
        }
    }

    /** Of two tokens one reader would take the first and another the last. */
    private static void requireOneToken(ContainerRequestContext request) {
        var tokens = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (tokens != null && tokens.size() > 1) {
            throw new RefusedToken("there are several");
        }
    }

    private Rule rule(Method method, Class<?> resource) {
        var verb = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(HttpMethod::value)
                .orElse("");
        // RFC 9110: HEAD is GET without the content.
        return gate.rule(verb.equals(HttpMethod.HEAD) ? HttpMethod.GET : verb, path(resource) + path(method));
    }

    /** As the OpenAPI document has it: a slash before it, none behind, and of a parameter the name alone. */
    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        var inner = path == null
                ? ""
                : SHAPE.matcher(path.value()).replaceAll("{$1}").replaceAll("^/|/$", "");
        return inner.isEmpty() ? "" : "/" + inner;
    }
}
