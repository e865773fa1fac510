package org.moutracker.agreements.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.responsibility.Naming.agreement;
import static org.moutracker.agreements.responsibility.Naming.officers;
import static org.moutracker.agreements.responsibility.Naming.responsible;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;

/** The day of these tests is 2025-09-17. */
@AgreementsTest
class HandoverTest {

    private final Naming naming = Naming.fresh();

    @BeforeEach
    void register_officers() {
        naming.known("khan", "ahmed", "nasser");
    }

    private static String list(String... agreements) {
        return "[\"" + String.join("\", \"", agreements) + "\"]";
    }

    @Test
    void everything_is_handed_over_in_one_command_and_the_past_stays() {
        var lead = agreement();
        var beside = agreement();
        var followed = agreement();
        naming.named(lead, "khan", "LEAD", ", \"from\": \"2025-01-01\"");
        naming.named(beside, "khan", "OFFICER", ", \"until\": \"2026-06-30\"");
        naming.named(beside, "nasser", "LEAD", "");
        naming.named(followed, "khan", "FOLLOWER", "");
        naming.named(lead, "khan", "FOLLOWER", "");

        naming.handOver("khan", "ahmed", "\"all\"", "2025-10-01")
                .then()
                .statusCode(201)
                .body("handedOver", equalTo(2))
                .body("already", equalTo(0));

        responsible(lead, "2025-09-30").then().body("officers.subject", contains(naming.subject("khan")));
        responsible(lead, "2025-10-01")
                .then()
                .body("officers.subject", contains(naming.subject("ahmed")))
                .body("officers.leads", contains(true))
                .body("followers.name", contains("khan " + naming.word()));
        responsible(beside, "2025-10-01")
                .then()
                .body("officers.subject", contains(naming.subject("nasser"), naming.subject("ahmed")));
        responsible(beside, "2026-07-01").then().body("officers.subject", contains(naming.subject("nasser")));
        responsible(followed, "2025-10-01").then().body("followers", hasSize(1));
        asRegistrar()
                .get("/api/v1/agreements/" + lead + "/officers/history")
                .then()
                .body("items.what", containsInAnyOrder("NAMED", "NAMED", "HANDED_OVER", "TOOK_OVER"))
                .body("items.findAll { it.handoverId != null }", hasSize(2))
                .body("items.find { it.what == 'HANDED_OVER' }.until", equalTo("2025-09-30"));
        var told = Told.of("mou.responsibilities.v1", lead);
        assertThat(told)
                .extracting(Told::type)
                .containsExactly(
                        "mou.responsibility.changed.v1",
                        "mou.responsibility.changed.v1",
                        "mou.responsibility.handed-over.v1");
        assertThat(told.getLast().state().get("officers")).hasSize(3);
        assertThat(told.getLast().state().get("version").asInt()).isEqualTo(3);
    }

    @Test
    void a_repeat_changes_nothing() {
        var one = agreement();
        var other = agreement();
        naming.named(one, "khan", "LEAD", "");
        naming.named(other, "khan", "LEAD", "");
        naming.handOver("khan", "ahmed", list(one), "2025-10-01").then().body("handedOver", equalTo(1));

        naming.handOver("khan", "ahmed", list(one, other), "2025-10-01")
                .then()
                .statusCode(201)
                .body("handedOver", equalTo(1))
                .body("already", equalTo(1));
        naming.handOver("khan", "ahmed", "\"all\"", "2025-10-01")
                .then()
                .statusCode(201)
                .body("handedOver", equalTo(0));

        officers(one).then().body("items", hasSize(2));
        assertThat(Told.of("mou.responsibilities.v1", one)).hasSize(2);
    }

    @Test
    void the_same_key_hands_over_once_and_the_handover_is_read_back() {
        naming.named(agreement(), "khan", "LEAD", "");
        var body = """
                {"from": "%s", "to": "%s", "agreements": "all", "reason": "posted abroad"}""".formatted(naming.subject("khan"), naming.subject("ahmed"));
        var key = UUID.randomUUID().toString();

        var first = sending(body).header("Idempotency-Key", key).post("/api/v1/handovers");
        var second = sending(body).header("Idempotency-Key", key).post("/api/v1/handovers");

        assertThat(second.asString()).isEqualTo(first.asString());
        asRegistrar()
                .get(first.header("Location"))
                .then()
                .statusCode(200)
                .body("handedOver", equalTo(1))
                .body("on", equalTo("2025-09-17"));
    }

    @Test
    void whoever_beside_takes_over_the_lead_leads() {
        var agreement = agreement();
        naming.named(agreement, "khan", "LEAD", "");
        naming.named(agreement, "ahmed", "OFFICER", "");

        naming.handOver("khan", "ahmed", list(agreement), "2025-10-01").then().statusCode(201);

        responsible(agreement, "2025-10-01")
                .then()
                .body("officers.subject", contains(naming.subject("ahmed")))
                .body("officers.leads", contains(true));
    }

    @Test
    void whoever_leads_already_has_nothing_to_take_over_from_an_officer_beside() {
        var agreement = agreement();
        naming.named(agreement, "ahmed", "LEAD", "");
        naming.named(agreement, "khan", "OFFICER", "");

        naming.handOver("khan", "ahmed", list(agreement), "2025-10-01").then().body("handedOver", equalTo(1));

        officers(agreement).then().body("items", hasSize(2));
        responsible(agreement, "2025-10-01").then().body("officers.subject", contains(naming.subject("ahmed")));
    }

    @Test
    void what_was_to_begin_later_begins_then_with_the_other_one() {
        var agreement = agreement();
        naming.named(agreement, "khan", "LEAD", ", \"from\": \"2026-01-01\"");

        naming.handOver("khan", "ahmed", "\"all\"", "2025-10-01").then().body("handedOver", equalTo(1));

        responsible(agreement, "2025-12-31").then().body("officers", empty());
        responsible(agreement, "2026-01-01").then().body("officers.subject", contains(naming.subject("ahmed")));
    }

    @Test
    void a_handover_that_cannot_be_meant_is_refused_and_nothing_is_handed_over() {
        var mine = agreement();
        var foreign = agreement();
        naming.named(mine, "khan", "LEAD", "");

        naming.handOver("khan", "khan", "\"all\"", "2025-10-01")
                .then()
                .statusCode(400)
                .body("violations.field", contains("to"));
        naming.handOver("stranger", "nobody", "\"all\"", "2025-10-01")
                .then()
                .statusCode(400)
                .body("violations.field", contains("from", "to"));
        naming.handOver("khan", "ahmed", list(mine, foreign), "2025-10-01")
                .then()
                .statusCode(400)
                .body("violations.field", contains("agreements[1]"));
        naming.handOver("khan", "ahmed", "[]", "2025-10-01")
                .then()
                .statusCode(400)
                .body("violations.field", contains("agreements"));
        naming.handOver("khan", "ahmed", "\"some\"", "2025-10-01").then().statusCode(400);
        naming.handOver("khan", "ahmed", "[\"x\"]", "2025-10-01").then().statusCode(400);
        naming.handOver("khan", "ahmed", "\"all\"", "2025-02-30").then().statusCode(400);

        officers(mine).then().body("items", hasSize(1)).body("items[0].until", equalTo(null));
    }

    @Test
    void some_thousands_are_handed_over_in_one_transaction() throws SQLException {
        var template = agreement();
        execute("""
                DO $copy$
                DECLARE
                    names text := (
                        SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name = 'agreement' AND is_generated = 'NEVER');
                BEGIN
                    EXECUTE 'INSERT INTO agreement (' || names || ') SELECT ' || names || '
                        FROM (SELECT copied.* FROM agreement, generate_series(1, 3000) AS n,
                            LATERAL jsonb_populate_record(agreement, jsonb_build_object(
                                ''id'', uuidv7(), ''reference'', ''$word-'' || n, ''next_transition_at'', NULL)) AS copied
                            WHERE agreement.id = ''$template'') AS copy';
                END
                $copy$;
                INSERT INTO responsibility SELECT id, 1 FROM agreement WHERE reference LIKE '$word-%';
                INSERT INTO assignment
                SELECT uuidv7(), id, '$khan', 'LEAD', '2025-01-01', NULL, now(), 'test' FROM agreement
                WHERE reference LIKE '$word-%'
                """.replace("$word", naming.word())
                .replace("$template", template)
                .replace("$khan", naming.subject("khan")));

        var begin = System.nanoTime();
        naming.handOver("khan", "ahmed", "\"all\"", "2025-10-01")
                .then()
                .statusCode(201)
                .body("handedOver", equalTo(3000));

        // Far from what it takes, and far from what 3,000 single commands would.
        assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
        asRegistrar()
                .get("/api/v1/agreements?officer=" + naming.subject("khan"))
                .then()
                .body("items", hasSize(50));
        naming.handOver("khan", "ahmed", "\"all\"", "2025-10-01").then().body("handedOver", equalTo(0));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
