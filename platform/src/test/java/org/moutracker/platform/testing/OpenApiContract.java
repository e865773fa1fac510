package org.moutracker.platform.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fails a test when an answer, or a request that was accepted, is not as the service's OpenAPI 3.1 document says. The
 * schemas are JSON Schema 2020-12, which validators made for OpenAPI 3.0 get wrong.
 */
public final class OpenApiContract implements Filter {

    private static final String DOCUMENT = "urn:openapi:document";

    private record Route(Pattern pattern, String path) {}

    private final JsonNode document;
    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final List<Route> routes = new ArrayList<>();

    public OpenApiContract(Path file) throws IOException {
        document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
        var json = new ObjectMapper().writeValueAsString(document);
        factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, json))));
        var paths = new ArrayList<String>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        paths.sort(Comparator.comparingInt(path -> path.split("\\{", -1).length));
        for (var path : paths) {
            var pattern = Pattern.compile("\\Q" + path.replaceAll("\\{[^/}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
            routes.add(new Route(pattern, path));
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        var response = context.next(request, specification);
        var method = request.getMethod().toLowerCase(Locale.ROOT);
        var path = URI.create(request.getURI()).getPath();
        var breaches = breaches(request, response, method, path);
        if (!breaches.isEmpty()) {
            throw new AssertionError("OpenAPI contract broken by %s %s -> %d: %s%n%s"
                    .formatted(
                            method,
                            path,
                            response.statusCode(),
                            breaches,
                            response.getBody().asString()));
        }
        return response;
    }

    private List<String> breaches(
            FilterableRequestSpecification request, Response response, String method, String path) {
        var breaches = breaches(
                method,
                path,
                response.statusCode(),
                response.getContentType(),
                response.getBody().asString());
        var operation = routes.stream()
                .filter(r -> r.pattern().matcher(path).matches())
                .map(route -> "/paths/" + escape(route.path()) + "/" + method)
                .filter(pointer -> document.at(pointer).has("requestBody"))
                .findFirst();
        if (response.statusCode() < 300 && operation.isPresent() && request.getBody() instanceof String body) {
            request(operation.get(), request.getContentType(), body, breaches);
        }
        return breaches;
    }

    /**
     * What of an answer is not as the document says.
     *
     * @param method in small letters
     * @param path as it was asked for, without the query
     */
    public List<String> breaches(String method, String path, int status, @Nullable String contentType, String body) {
        if (status >= 500) {
            return new ArrayList<>(List.of("server error"));
        }
        var route =
                routes.stream().filter(r -> r.pattern().matcher(path).matches()).findFirst();
        if (route.isEmpty()) {
            return new ArrayList<>(status == 404 || status == 401 ? List.of() : List.of("undocumented path"));
        }
        var operation = "/paths/" + escape(route.get().path()) + "/" + method;
        if (document.at(operation).isMissingNode()) {
            return new ArrayList<>(status == 405 || status == 401 ? List.of() : List.of("undocumented method"));
        }
        return answer(operation, status, contentType, body);
    }

    private List<String> answer(String operation, int status, @Nullable String contentType, String body) {
        var breaches = new ArrayList<String>();
        var documented = resolve(operation + "/responses/" + status);
        if (document.at(documented).isMissingNode()) {
            breaches.add("undocumented status");
            return breaches;
        }
        var content = document.at(documented).path("content");
        var type = mediaType(contentType);
        if (content.isEmpty()) {
            if (!body.isEmpty()) {
                breaches.add("undocumented body");
            }
        } else if (!content.has(type)) {
            breaches.add("undocumented content type " + type);
        } else if (type.contains("json") && !operation.endsWith("/head")) {
            breaches.addAll(validate(documented + "/content/" + escape(type) + "/schema", body));
        }
        return breaches;
    }

    private void request(String operation, @Nullable String contentType, String body, List<String> breaches) {
        var schema = resolve(operation + "/requestBody") + "/content/" + escape(mediaType(contentType)) + "/schema";
        if (document.at(schema).isMissingNode()) {
            breaches.add("accepted an undocumented request type");
        } else {
            validate(schema, body).forEach(error -> breaches.add("accepted an invalid request: " + error));
        }
    }

    private List<String> validate(String pointer, String json) {
        // By a reference, the document is read once for all; by its location, once for each.
        var schema = requireNonNull(schemas.computeIfAbsent(
                pointer,
                key -> factory.getSchema(
                        JsonNodeFactory.instance.objectNode().put("$ref", DOCUMENT + "#" + key), config)));
        var errors = new ArrayList<String>();
        schema.validate(json, InputFormat.JSON).forEach(message -> errors.add(message.toString()));
        return errors;
    }

    private String resolve(String pointer) {
        var node = document.at(pointer);
        return node.has("$ref") ? resolve(node.get("$ref").asText().substring(1)) : pointer;
    }

    private static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }
}
