package org.moutracker.agreements.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.localstack.TestStack;

@AgreementsTest
class DownloadsTest {

    // Of three kilobytes each: more than the buffers between two sockets take.
    private static final int MANY = 8_000;

    private final String initiative = "Downloads " + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    Downloads downloads;

    @BeforeEach
    void fill() throws SQLException {
        var agreement = healthMou();
        agreement.putArray("initiatives").add(initiative);
        var id = register(agreement).<String>path("id");
        execute("""
                INSERT INTO agreement SELECT (jsonb_populate_record(a, jsonb_build_object(
                    'id', uuidv7(), 'reference', '%1$s-' || g, 'title', jsonb_build_object('en', repeat('long ', 600))))).*
                FROM agreement a, generate_series(1, %2$d) AS g WHERE a.id = '%1$s'
                """.formatted(id, MANY));
    }

    @AfterEach
    void empty() throws SQLException {
        execute("DELETE FROM agreement WHERE initiatives ? '%s'".formatted(initiative));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_client_that_stops_reading_is_cut_off() throws IOException {
        try (var _ = ask()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> downloads.underWay() == 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> downloads.underWay() == 0);
        }
    }

    @Test
    void no_more_than_a_few_lists_are_sent_at_a_time() throws IOException {
        var clients = new ArrayList<Socket>();
        try {
            for (var i = 0; i < Downloads.MOST; i++) {
                clients.add(ask());
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> downloads.underWay() == Downloads.MOST);

            asRegistrar()
                    .get("/api/v1/agreements?format=csv&q=nowhere")
                    .then()
                    .statusCode(429)
                    .body("type", equalTo("/problems/too-many-requests"));
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> downloads.underWay() == 0);
    }

    /** Asks for all of them, and reads nothing of the answer. */
    private Socket ask() throws IOException {
        var client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        client.getOutputStream()
                .write(
                        "GET /api/v1/agreements?format=csv&initiative=%s HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(initiative.replace(" ", "%20"), TestStack.token("registrar"))
                                .getBytes(US_ASCII));
        return client;
    }
}
