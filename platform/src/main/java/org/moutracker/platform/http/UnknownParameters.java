package org.moutracker.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Refuses query parameters that an operation does not know, since a misspelt filter must not answer with everything; and too many of one. */
class UnknownParameters {

    // No filter has as many values to choose from; the database would look for each.
    private static final int MOST_VALUES = 50;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var names = known.computeIfAbsent(method, UnknownParameters::names);
        var violations = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> new Violation(name, "is not a parameter here; known are " + String.join(", ", names)))
                .toList();
        if (violations.isEmpty()) {
            violations = request.getUriInfo().getQueryParameters().entrySet().stream()
                    .filter(parameter -> parameter.getValue().size() > MOST_VALUES)
                    .map(parameter ->
                            new Violation(parameter.getKey(), "may be given %d times at most".formatted(MOST_VALUES)))
                    .toList();
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class)
                        || parameter.isAnnotationPresent(QueryParam.class))
                .map(UnknownParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Parameter parameter) {
        var query = parameter.getAnnotation(QueryParam.class);
        return query != null ? query.value() : parameter.getName();
    }
}
