package org.moutracker.platform.http;

import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the OpenAPI document which problems an operation answers with. They follow from what the operation takes:
 * a path with an id can be unknown, a body can be malformed, a condition can fail.
 */
public class CommonResponses implements OASFilter {

    private static final String PROBLEM = "application/problem+json";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> operations(path, item));
    }

    private static void operations(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> describe(path, method, operation));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        var api = path.startsWith("/api/");
        var hasBody = operation.getRequestBody() != null;
        problem(operation, "400", "A field or parameter is unknown, malformed or impossible; each is named");
        if (api) {
            problem(operation, "401", "No valid bearer token");
            problem(operation, "403", "The token's owner may not do this");
        }
        problem(operation, "429", "Too many requests; Retry-After says when to try again");
        if (path.contains("{")) {
            problem(operation, "404", "There is no such thing");
        }
        problem(operation, "406", "The media type asked for is not served");
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            problem(operation, "409", "A rule forbids it now; the detail says which");
        }
        if (hasBody) {
            problem(operation, "413", "The body is too large");
            problem(operation, "415", "The body's media type is not read here");
        }
        if (takes(operation, "If-Match")) {
            problem(operation, "412", "The resource has changed since");
            problem(operation, "428", "If-Match is missing");
        }
        if (takes(operation, "Idempotency-Key")) {
            problem(operation, "422", "The Idempotency-Key was used for another request");
        }
        problem(operation, "503", "The database cannot be reached just now, or would take too long");
        if (method == HttpMethod.GET || method == HttpMethod.PATCH || method == HttpMethod.POST) {
            etag(path, operation);
        }
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .filter(parameter -> parameter.getIn() == Parameter.In.HEADER)
                        .anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static void problem(Operation operation, String status, String description) {
        var known = operation.getResponses().getAPIResponse(status);
        // The framework writes down a 400 of its own, without saying what is in it.
        if (known == null || known.getContent() == null) {
            operation.getResponses().addAPIResponse(status, response(description));
        } else if (!known.getContent().hasMediaType(PROBLEM)) {
            // A page says it to people, but not of what is refused before a page is thought of.
            known.getContent().addMediaType(PROBLEM, problemSchema());
        }
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description).content(problemContent());
    }

    private static Content problemContent() {
        return createContent().addMediaType(PROBLEM, problemSchema());
    }

    private static MediaType problemSchema() {
        return createMediaType().schema(createSchema().ref("#/components/schemas/Problem"));
    }

    private static void etag(String path, Operation operation) {
        if (!path.endsWith("{id}")) {
            return;
        }
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        var ok = responses.get("200");
        if (ok != null) {
            ok.addHeader(
                    "ETag",
                    OASFactory.createHeader()
                            .description("The version, for If-Match")
                            .schema(createSchema()
                                    .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)));
        }
    }
}
