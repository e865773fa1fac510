package org.moutracker.agreements.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.document.Papering;

/** Notes verbales and letters as a registrar logs them; today is 2025-09-17. */
@AgreementsTest
class CorrespondenceResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Papering agreement = new Papering("");

    @BeforeEach
    void an_agreement_is_signed() {
        agreement = Papering.ofSigned();
    }

    @Test
    void a_note_is_logged_with_what_it_is_about_and_the_document_that_it_is() {
        var document = agreement.entered(Papering.form().put("role", "NOTE_VERBALE"));
        var legalEvent =
                asRegistrar().get(agreement.location() + "/legal-events").<String>path("items[0].id");
        propose().then().statusCode(201);
        var form = note("PS/2025/14", "2025-09-10").put("document", id(document));
        form.putArray("about")
                .add(about().put("legalEvent", legalEvent))
                .add(about().put("amendment", 1))
                .add(about().put("commitment", "C-01"));

        var entered = enter(form);

        entered.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("number", equalTo("PS/2025/14"))
                .body("dated", equalTo("2025-09-10"))
                .body("from", equalTo("PS"))
                .body("about[0].legalEvent", equalTo(legalEvent))
                .body("about[1].amendment", equalTo(1))
                .body("about[2].commitment", equalTo("C-01"))
                .body("document", equalTo(id(document)))
                .body("recordedBy", notNullValue())
                .body("voided", nullValue());
        asRegistrar().get(entered.header("Location")).then().statusCode(200).body("number", equalTo("PS/2025/14"));
        asRegistrar().get(agreement.location()).then().body("correspondence", equalTo(log()));
        for (var query : List.of("?legalEvent=" + legalEvent, "?amendment=1", "?commitment=C-01&amendment=1")) {
            list(query).then().body("items.number", contains("PS/2025/14"));
        }
        for (var query : List.of("?legalEvent=" + UUID.randomUUID(), "?amendment=2", "?commitment=C-01&amendment=2")) {
            list(query).then().body("items", empty());
        }
    }

    private Response propose() {
        return sending("""
                {"title": {"en": "An amendment"}, "instrument": "EXCHANGE_OF_LETTERS", "changes": {"term": {"period": "P10Y"}}}
                """).post(agreement.location() + "/amendments");
    }

    @Test
    void a_repeat_of_the_same_request_logs_nothing_more() {
        var form = note("1", "2025-09-10").toString();
        var first = sending(form)
                .header("Idempotency-Key", "k-" + agreement.location())
                .post(log());
        var again = sending(form)
                .header("Idempotency-Key", "k-" + agreement.location())
                .post(log());

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void the_same_paper_is_logged_once() {
        enter(note("1", "2025-09-10")).then().statusCode(201);

        enter(note("1", "2025-09-10"))
                .then()
                .statusCode(409)
                .body("detail", equalTo("1 of PS with that date is in the log already"));
        enter(note("1", "2024-09-10")).then().statusCode(201);
        enter(note("1", "2025-09-10").put("from", "PK").put("to", "PS")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | \"FAX\" | kind",
                "kind | null | kind",
                "number | \" \" | number",
                "dated | \"2025-13-01\" | dated",
                "dated | \"2025-09-19\" | dated",
                "dated | \"2026\" | dated",
                "direction | \"UP\" | direction",
                "direction | null | direction",
                "from | \"CN\" | from",
                "from | null | from",
                "to | \"CN\" | to",
                "to | \"PS\" | to",
                "summary | \"\" | summary",
                "about | [{}] | about[0]",
                "about | [{\"amendment\": 1, \"commitment\": \"C-01\"}] | about[0]",
                "about | [{\"commitment\": \"C-99\"}] | about[0].commitment",
                "about | [{\"amendment\": 7}] | about[0].amendment",
                "about | [{\"amendment\": 0}] | about[0].amendment",
                "about | [null] | about[0]",
                "about | [{\"legalEvent\": \"0199c4f0-0000-7000-8000-000000000001\"}] | about[0].legalEvent",
                "document | \"0199c4f0-0000-7000-8000-000000000001\" | document",
                "colour | \"red\" | colour",
            })
    void a_field_that_cannot_be_is_named(String field, String value, String named) throws Exception {
        var form = note("1", "2025-09-10");
        form.set(field, JSON.readTree(value));

        enter(form).then().statusCode(400).body("violations.field", hasItems(named));
    }

    @Test
    void a_document_of_another_agreement_or_one_that_is_void_is_not_the_one() {
        var other = Papering.ofSigned().entered(Papering.form());
        var mistaken = agreement.entered(Papering.form());
        sending("{\"reason\": \"Wrong\"}").post(mistaken + "/voiding").then().statusCode(200);

        for (var document : List.of(other, mistaken)) {
            enter(note("1", "2025-09-10").put("document", id(document)))
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("document"));
        }
    }

    @Test
    void days_known_in_part_sort_by_their_first_day_and_are_found_by_all_of_them() {
        enter(note("day", "2025-03-10")).then().statusCode(201);
        enter(note("month", "2025-03")).then().statusCode(201);
        enter(note("year", "2024")).then().statusCode(201);
        var unknown = note("unknown", "2025-01-01");
        unknown.remove("dated");
        enter(unknown).then().statusCode(201).body("dated", nullValue());

        list("").then().body("items.number", contains("unknown", "year", "month", "day"));
        list("?since=2025-03-05").then().body("items.number", contains("month", "day"));
        list("?since=2025-03-11").then().body("items.number", contains("month"));
        list("?until=2025-03-05").then().body("items.number", contains("year", "month"));
        list("?since=2024-12-31&until=2025-01-31").then().body("items.number", contains("year"));
        list("?since=2025-04-01").then().body("items", empty());
    }

    @Test
    void the_log_is_filtered_and_comes_in_pages() {
        for (var i = 1; i <= 5; i++) {
            enter(note("R/" + i, "2025-09-0" + i)).then().statusCode(201);
        }
        enter(note("S/1", "2025-09-03")
                        .put("direction", "SENT")
                        .put("from", "PK")
                        .put("to", "PS"))
                .then()
                .statusCode(201);

        list("?direction=SENT").then().body("items.number", contains("S/1"));
        list("?party=PK&direction=RECEIVED&since=2025-09-04").then().body("items.number", contains("R/4", "R/5"));
        list("?party=CN").then().body("items", empty());
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = list("?limit=2" + next);
            found.addAll(page.path("items.number"));
            next = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!next.isEmpty());
        assertThat(found).containsExactly("R/1", "R/2", "R/3", "S/1", "R/4", "R/5");
    }

    @ParameterizedTest
    @CsvSource({
        "?direction=UP,direction",
        "?since=yesterday,since",
        "?until=2025-02-30,until",
        "?amendment=first,amendment",
        "?legalEvent=1,legalEvent",
        "?voided=1,voided",
        "?limit=201,limit",
        "?cursor=x,cursor",
        "?sender=PK,sender"
    })
    void a_parameter_that_cannot_be_is_named(String query, String field) {
        list(query).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void a_wrong_entry_is_voided_and_can_be_entered_again() {
        var entered = enter(note("1", "2025-09-10"));
        var entry = entered.header("Location");
        sending("{\"reason\": \"\"}").post(entry + "/voiding").then().statusCode(400);
        sending("{\"reason\": \"Wrong\"}")
                .header("If-Match", "\"9\"")
                .post(entry + "/voiding")
                .then()
                .statusCode(412);

        sending("{\"reason\": \"Of another agreement\"}")
                .header("If-Match", "\"1\"")
                .post(entry + "/voiding")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("voided.reason", equalTo("Of another agreement"))
                .body("summary", containsString("meeting"));

        sending("{\"reason\": \"Again\"}").post(entry + "/voiding").then().statusCode(409);
        list("").then().body("items", empty());
        list("?voided=true").then().body("items.id", contains(entered.<String>path("id")));
        enter(note("1", "2025-09-10")).then().statusCode(201);
    }

    @Test
    void there_is_no_log_of_an_agreement_that_is_not_there() {
        var nowhere = "/api/v1/agreements/" + UUID.randomUUID() + "/correspondence";

        sending(note("1", "2025-09-10").toString()).post(nowhere).then().statusCode(404);
        asRegistrar().get(nowhere).then().statusCode(404);
        asRegistrar().get("/api/v1/correspondence/" + UUID.randomUUID()).then().statusCode(404);
    }

    private String log() {
        return agreement.location() + "/correspondence";
    }

    private Response enter(ObjectNode form) {
        return sending(form.toString()).post(log());
    }

    private Response list(String query) {
        return asRegistrar().get(log() + query);
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static ObjectNode about() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode note(String number, String dated) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "NOTE_VERBALE")
                .put("number", number)
                .put("dated", dated)
                .put("direction", "RECEIVED")
                .put("from", "PS")
                .put("to", "PK")
                .put("summary", "Asks for a meeting of the working group");
    }
}
