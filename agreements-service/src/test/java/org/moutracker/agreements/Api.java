package org.moutracker.agreements;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.OpenApiContract;

/** The service as a registrar calls it; every exchange is held against the OpenAPI document. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApiContract CONTRACT = contract();

    private Api() {}

    private static OpenApiContract contract() {
        try {
            return new OpenApiContract(
                    Path.of(requireNonNull(System.getProperty("mou.root")), "agreements-service/openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RequestSpecification asRegistrar() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .filter(CONTRACT)
                .auth()
                .oauth2(TestStack.staffToken());
    }

    public static RequestSpecification sending(String json) {
        return asRegistrar().contentType("application/json").body(json);
    }

    public static Response register(JsonNode agreement) {
        return sending(agreement.toString()).post("/api/v1/agreements");
    }

    /** The health MoU of 2025, under a reference of its own. */
    public static ObjectNode healthMou() {
        return request("health-mou");
    }

    /** The laboratory of 2020: no deadline, no persons, the day known in part. */
    public static ObjectNode cancerLaboratory() {
        return request("cancer-laboratory");
    }

    private static ObjectNode request(String name) {
        try (var file = Api.class.getResourceAsStream("/requests/" + name + ".json")) {
            var request = (ObjectNode) JSON.readTree(file);
            request.put(
                    "reference",
                    request.get("reference").asText() + "-"
                            + UUID.randomUUID().toString().substring(0, 8));
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
