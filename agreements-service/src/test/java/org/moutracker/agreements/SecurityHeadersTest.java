package org.moutracker.agreements;

import static java.util.Objects.requireNonNull;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.BrowserRules;

@AgreementsTest
class SecurityHeadersTest {

    @Test
    void every_answer_tells_a_browser_what_it_must_not_do() throws IOException, InterruptedException {
        var document = Path.of(requireNonNull(System.getProperty("mou.root")), "agreements-service/openapi.yaml");

        new BrowserRules(document, RestAssured.port).check(TestStack.staffToken());
    }
}
