package org.moutracker.notifications;

import static java.util.Objects.requireNonNull;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.testing.HostileRequests;

/** Takes minutes; {@code -Dmou.hostile.seed=N} repeats what a run has sent. */
@Tag("extended")
@NotificationsTest
class HostileRequestsTest {

    private static final int NUMBER = 10_000;

    @Inject
    Sql sql;

    /** Policies and holds that are for all would change what other tests see. */
    @AfterEach
    void leaveNothingBehind() {
        sql.update("DELETE FROM alert_policy");
        Api.asRegistrar()
                .get("/api/v1/holds?standing=true&limit=200")
                .jsonPath()
                .<String>getList("items.id")
                .forEach(hold -> Api.asRegistrar()
                        .contentType("application/json")
                        .body("{\"reason\": \"It is over.\"}")
                        .post("/api/v1/holds/" + hold + "/release"));
    }

    @Test
    void whatever_is_sent_is_answered_as_the_document_says_and_breaks_nothing() throws IOException {
        Story.begin().withEverybody().at("2025-10-03T06:00:00Z").settle();
        var document = Path.of(requireNonNull(System.getProperty("mou.root")), "notifications-service/openapi.yaml");
        var hostile = new HostileRequests(
                document, RestAssured.port, TestStack.staffToken(), Long.getLong("mou.hostile.seed", 20251017));

        hostile.check(Integer.getInteger("mou.hostile.number", NUMBER));
    }
}
