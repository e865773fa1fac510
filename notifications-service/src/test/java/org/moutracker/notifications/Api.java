package org.moutracker.notifications;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.OpenApiContract;

/** The service as a registrar calls it; every exchange is held against the OpenAPI document. */
public final class Api {

    private static final OpenApiContract CONTRACT = contract();

    private Api() {}

    private static OpenApiContract contract() {
        try {
            return new OpenApiContract(
                    Path.of(requireNonNull(System.getProperty("mou.root")), "notifications-service/openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RequestSpecification asRegistrar() {
        return anonymous().auth().oauth2(TestStack.staffToken());
    }

    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT);
    }
}
