package org.moutracker.workinggroups;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.OpenApiContract;

/** The service's HTTP API as a registrar calls it; every exchange is held against the OpenAPI document. */
public final class Api {

    private static final OpenApiContract CONTRACT = contract();

    private Api() {}

    private static OpenApiContract contract() {
        try {
            return new OpenApiContract(
                    Path.of(requireNonNull(System.getProperty("mou.root")), "working-group-service/openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RequestSpecification asRegistrar() {
        return as(TestStack.staffToken());
    }

    public static RequestSpecification as(String token) {
        return asNobody().auth().oauth2(token);
    }

    /** Without a token. */
    public static RequestSpecification asNobody() {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .filter(CONTRACT);
    }

    public static RequestSpecification sending(String json) {
        return asRegistrar().contentType("application/json").body(json);
    }

    public static JsonPath get(String path) {
        return asRegistrar().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** The one working group of an agreement, once it is there. */
    public static JsonPath groupOf(UUID agreement) {
        return only("/api/v1/working-groups?agreement=" + agreement);
    }

    /** The one deadline of an agreement, once it is there. */
    public static JsonPath deadlineOf(UUID agreement) {
        return only("/api/v1/deadlines?agreement=" + agreement);
    }

    /** The one deadline of a kind that an agreement has, once it is there. */
    public static JsonPath deadlineOfKind(UUID agreement, String kind) {
        return only("/api/v1/deadlines?kind=" + kind + "&agreement=" + agreement);
    }

    private static JsonPath only(String path) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> {
                            var list = get(path);
                            assertThat(list.getList("items").size()).isLessThan(2);
                            return list.getList("items").isEmpty() ? null : list.setRootPath("items[0]");
                        },
                        Objects::nonNull);
    }

    /** Names a co-chair or another member of a party, under a mail address of his own. */
    public static Response nominate(String group, String party, String role) {
        return sending(nomination(party, role)).post("/api/v1/working-groups/" + group + "/members");
    }

    public static String nomination(String party, String role) {
        return """
                {"person": {"name": "Ayesha Khan", "email": "%s@health.example", "language": "ur",
                            "zone": "Asia/Karachi"},
                 "party": "%s", "role": "%s"}""".formatted(UUID.randomUUID(), party, role);
    }
}
