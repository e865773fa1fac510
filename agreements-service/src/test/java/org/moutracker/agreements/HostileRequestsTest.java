package org.moutracker.agreements;

import static java.util.Objects.requireNonNull;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.HostileRequests;

/** Takes minutes; {@code -Dmou.hostile.seed=N} repeats what a run has sent. */
@Tag("extended")
@AgreementsTest
class HostileRequestsTest {

    private static final int NUMBER = 10_000;

    @Test
    void whatever_is_sent_is_answered_as_the_document_says_and_breaks_nothing() throws IOException {
        Api.register(Api.healthMou()).then().statusCode(201);
        Api.register(Api.cancerLaboratory()).then().statusCode(201);
        var document = Path.of(requireNonNull(System.getProperty("mou.root")), "agreements-service/openapi.yaml");
        var hostile = new HostileRequests(
                document, RestAssured.port, TestStack.staffToken(), Long.getLong("mou.hostile.seed", 20251017));

        hostile.check(Integer.getInteger("mou.hostile.number", NUMBER));
    }
}
