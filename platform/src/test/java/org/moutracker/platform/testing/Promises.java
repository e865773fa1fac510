package org.moutracker.platform.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations of an OpenAPI document, and requests such as it takes them. */
final class Promises {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head");
    private static final int DEEPEST = 8;

    /**
     * What can be asked for.
     *
     * @param body the schema or example of what it takes; missing where it takes none
     * @param contentType of the body
     */
    record Operation(String method, String path, List<JsonNode> parameters, JsonNode body, String contentType) {

        List<JsonNode> parameters(String in) {
            return parameters.stream()
                    .filter(one -> one.path("in").asText().equals(in))
                    .toList();
        }
    }

    private final JsonNode document;
    private final Random chance;
    private final List<Operation> operations = new ArrayList<>();

    Promises(Path file, Random chance) throws IOException {
        this.document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
        this.chance = chance;
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(path.getKey(), method.getKey(), path.getValue(), method.getValue()));
                }
            }
        }
    }

    List<Operation> operations() {
        return operations;
    }

    private Operation operation(String path, String method, JsonNode around, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        around.path("parameters").forEach(one -> parameters.add(resolve(one)));
        operation.path("parameters").forEach(one -> parameters.add(resolve(one)));
        var contents = resolve(operation.path("requestBody")).path("content").properties();
        if (contents.isEmpty()) {
            return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, NODES.missingNode(), "");
        }
        var content = contents.iterator().next();
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, content.getValue(), content.getKey());
    }

    /** A body as the document says it: an example, or made from the schema. */
    JsonNode body(Operation operation) {
        var examples = operation.body().path("examples");
        if (!examples.isEmpty() && chance.nextInt(4) > 0) {
            var all = new ArrayList<JsonNode>();
            examples.forEach(all::add);
            return value(all.get(chance.nextInt(all.size())));
        }
        return sample(operation.body().path("schema"), 0);
    }

    private JsonNode value(JsonNode example) {
        var value = resolve(example).path("value");
        if (!value.isTextual()) {
            return value;
        }
        try {
            return new ObjectMapper().readTree(value.asText());
        } catch (IOException e) {
            return value;
        }
    }

    JsonNode sample(JsonNode unresolved, int depth) {
        var schema = resolve(unresolved);
        if (schema.has("const")) {
            return schema.get("const");
        }
        var known = schema.has("enum") ? schema.get("enum") : schema.path("examples");
        if (known.isArray() && !known.isEmpty()) {
            return known.get(chance.nextInt(known.size()));
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return sample(
                        schema.get(choice).get(chance.nextInt(schema.get(choice).size())), depth + 1);
            }
        }
        return depth > DEEPEST ? NODES.nullNode() : ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        var type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "integer" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "number" -> NODES.numberNode(1.5);
            case "boolean" -> NODES.booleanNode(chance.nextBoolean());
            case "array" -> NODES.arrayNode().add(sample(schema.path("items"), depth + 1));
            case "string" -> NODES.textNode(text(schema.path("format").asText()));
            default -> {
                var object = NODES.objectNode();
                var required = new ArrayList<String>();
                schema.path("required").forEach(name -> required.add(name.asText()));
                for (var property : schema.path("properties").properties()) {
                    if (required.contains(property.getKey()) || chance.nextInt(3) > 0) {
                        object.set(property.getKey(), sample(property.getValue(), depth + 1));
                    }
                }
                yield object;
            }
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2025-09-17";
            case "date-time" -> "2025-09-17T07:00:00Z";
            case "email" -> "somebody@ministry.example";
            default -> "something";
        };
    }

    private JsonNode resolve(JsonNode node) {
        @Nullable JsonNode reference = node.get("$ref");
        return reference == null
                ? node
                : resolve(document.at(requireNonNull(reference).asText().substring(1)));
    }
}
