package org.moutracker.workinggroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.moutracker.localstack.TestStack;

/** The service's HTTP API as a registrar calls it. */
public final class Api {

    private Api() {}

    public static RequestSpecification given() {
        return RestAssured.given().auth().oauth2(TestStack.token("registrar")).contentType(ContentType.JSON);
    }

    public static JsonPath get(String path, Object... values) {
        return given().get(path, values).then().statusCode(200).extract().jsonPath();
    }

    /** The one working group of an agreement, once it is there. */
    public static JsonPath groupOf(UUID agreement) {
        return only("/api/v1/working-groups?agreement=" + agreement);
    }

    /** The one deadline of an agreement, once it is there. */
    public static JsonPath deadlineOf(UUID agreement) {
        return only("/api/v1/deadlines?agreement=" + agreement);
    }

    private static JsonPath only(String path) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            var list = get(path);
                            assertThat(list.getList("items").size()).isLessThan(2);
                            return list.getList("items").isEmpty() ? null : list.setRootPath("items[0]");
                        },
                        java.util.Objects::nonNull);
    }
}
