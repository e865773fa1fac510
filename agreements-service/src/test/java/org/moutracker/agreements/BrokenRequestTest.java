package org.moutracker.agreements;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.RawExchange;

/** What no client for use would send is answered with a problem, too, and not in the framework's words. */
@AgreementsTest
class BrokenRequestTest {

    @Test
    void a_host_that_is_none() throws IOException {
        var answer = send("GET /api/v1/agreements HTTP/1.1\r\nHost: \"\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.body()).contains("/problems/invalid-request").doesNotContain("Exception");
    }

    @Test
    void a_media_type_that_is_none() throws IOException {
        var answer = send("""
                POST /api/v1/agreements HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Authorization: Bearer %s\r
                Content-Type: /\r
                Content-Length: 2\r
                \r
                {}""".formatted(TestStack.token("registrar")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("/problems/unsupported-media-type");
    }

    private static RawExchange send(String request) throws IOException {
        return RawExchange.send(RestAssured.port, request.getBytes(US_ASCII));
    }
}
