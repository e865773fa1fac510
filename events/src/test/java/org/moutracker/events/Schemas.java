package org.moutracker.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of the AsyncAPI document: Draft 07, which is what it means unless it says otherwise. */
final class Schemas {

    private static final String DOCUMENT = "urn:asyncapi";

    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private Schemas(JsonNode document) {
        try {
            var json = new ObjectMapper().writeValueAsString(document);
            factory = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V7,
                    builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, json))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As they stand: inside a version fields may be added, so the schemas are open. */
    static Schemas open(JsonNode document) {
        return new Schemas(document);
    }

    /** Without room for fields that are not described, so that none is forgotten. */
    static Schemas closed(JsonNode document) {
        var copy = document.deepCopy();
        close(copy.at("/components/schemas"));
        return new Schemas(copy);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::close);
    }

    /** What is wrong with an instance, by a reference such as {@code #/components/schemas/Deadline}. */
    List<String> errors(String reference, JsonNode instance) {
        var schema = requireNonNull(schemas.computeIfAbsent(
                reference, key -> factory.getSchema(SchemaLocation.of(DOCUMENT + key), config)));
        return schema.validate(instance.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
