package org.moutracker.workinggroups;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@WorkingGroupsTest
class OpenApiDocumentTest {

    @Test
    void the_document_in_the_repository_is_the_one_that_is_served() throws IOException {
        var module = Path.of(requireNonNull(System.getProperty("mou.root")), "working-group-service");
        var served = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(module.resolve("target/openapi.yaml"), served);

        assertThat(module.resolve("openapi.yaml"))
                .as("if the change is meant, copy target/openapi.yaml")
                .content()
                .isEqualTo(served);
    }
}
