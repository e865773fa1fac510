package org.moutracker.notifications.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class DeliveryMetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URL metrics;

    @Test
    void operators_see_what_waits_and_what_came_of_what_was_sent() {
        Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("mou_alerts_unsent 0.0"))
                .body(containsString("mou_alerts_unsent_oldest_seconds 0.0"))
                .body(containsString("mou_deliveries_total{channel=\"mail\",outcome=\"accepted\"}"));
    }
}
