package org.moutracker.workinggroups.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Office;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class DraftResourceTest {

    @Test
    void an_authority_is_known_and_told_once_its_first_draft_is_published() {
        var office = Office.unknown();
        office.put("""
                {"name": "Offices of Ramadan", "weekend": [5, 6],
                 "closed": [{"date": "2026-03-20", "name": "Eid", "estimated": true}],
                 "workingDays": [{"date": "2026-03-28", "estimated": true}],
                 "officeHours": [{"from": "2026-02-18", "to": "2026-03-19", "opens": "09:00", "closes": "14:00"}],
                 "confirmedUntil": "2026-12-31", "note": "for tests",
                 "source": {"title": "Gazette", "uri": "https://gazette.example/7", "publishedOn": "2025-09-16"}}""")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("basedOn", equalTo(0))
                .body("changedBy", equalTo("local-registrar"));
        asRegistrar().get(office.path()).then().statusCode(404);

        office.publishDraft("\"1\"")
                .then()
                .statusCode(202)
                .header("Location", org.hamcrest.Matchers.endsWith(office.path() + "/revisions/1"))
                .body("publishedBy", equalTo("local-registrar"))
                .body("reason", equalTo("as decided"));

        var calendar = Api.get(office.path() + "?fromYear=2026&toYear=2026");
        assertThat(calendar.getString("officeHours[0].closes")).isEqualTo("14:00");
        assertThat(calendar.getString("source.uri")).isEqualTo("https://gazette.example/7");
        asRegistrar().get(office.path() + "/draft").then().statusCode(404);
        await().until(() -> !Broker.told("mou.calendars.v1", office.authority()).isEmpty());
        var told =
                Broker.told("mou.calendars.v1", office.authority()).getFirst().data();
        assertThat(told.get("estimatedWorkingDays").get(0).asText()).isEqualTo("2026-03-28");
        assertThat(told.get("officeHours").get(0).get("opens").asText()).isEqualTo("09:00");
        assertThat(told.get("source").get("title").asText()).isEqualTo("Gazette");
        assertThat(told.has("publishedBy")).as("who did it stays with us").isFalse();
    }

    @Test
    void nobody_overwrites_a_draft_that_he_has_not_seen() {
        var office = Office.unknown();
        office.put(Office.PLAIN).then().statusCode(200);

        office.put(Office.PLAIN).then().statusCode(428);
        sending(Office.PLAIN)
                .header("If-Match", "\"1\"")
                .put(office.path() + "/draft")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        sending(Office.PLAIN)
                .header("If-Match", "\"1\"")
                .put(office.path() + "/draft")
                .then()
                .statusCode(412);
        office.publishDraft(null).then().statusCode(428);
        office.publishDraft("\"1\"").then().statusCode(412);
        asRegistrar().delete(office.path() + "/draft").then().statusCode(428);
        asRegistrar()
                .header("If-Match", "\"2\"")
                .delete(office.path() + "/draft")
                .then()
                .statusCode(204);
        sending(Office.PLAIN)
                .header("If-Match", "\"2\"")
                .put(office.path() + "/draft")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "weekend": [6, 7]                          | "weekend": [0, 8]                              | weekend[0]
            "weekend": [6, 7]                          | "weekend": [6, 6]                              | weekend
            "weekend": [6, 7]                          | "weekend": [1, 2, 3, 4, 5, 6, 7]               | weekend
            "weekend": [6, 7]                          | "weekend": ["Sunday"]                          | weekend[0]
            "closed": []                               | "closed": [{"date": "2025-02-30", "name": "x"}]| closed[0].date
            "closed": []                               | "closed": [{"date": "1825-02-03", "name": "x"}]| closed[0].date
            "closed": []                               | "closed": [{"date": "2025-02-03", "name": ""}] | closed[0].name
            "closed": []                               | "closed": [{"name": "x"}]                      | closed[0].date
            "closed": []                               | "closed": [{"date": "2025-02-03", "name": "x"}, {"date": "2025-02-03", "name": "y"}] | closed[1].date
            "closed": []                               | "closed": [{"date": "2025-02-03", "name": "x", "sure": true}] | closed[0].sure
            "closed": [], "workingDays": []            | "closed": [{"date": "2025-02-01", "name": "x"}], "workingDays": [{"date": "2025-02-01"}] | workingDays[0].date
            "workingDays": []                          | "workingDays": [{"date": "2025-02-03"}]        | workingDays[0].date
            "workingDays": []                          | "officeHours": [{"from": "2026-03-19", "to": "2026-02-18", "opens": "09:00", "closes": "14:00"}] | officeHours[0].to
            "workingDays": []                          | "officeHours": [{"from": "2026-02-18", "to": "2026-03-19", "opens": "14:00", "closes": "09:00"}] | officeHours[0].closes
            "workingDays": []                          | "officeHours": [{"from": "2026-02-18", "to": "2026-03-19", "opens": "9 am", "closes": "14:00"}] | officeHours[0].opens
            "workingDays": []                          | "officeHours": [{"from": "2026-02-18", "to": "2026-03-19", "opens": "09:00", "closes": "14:00"}, {"from": "2026-03-19", "to": "2026-03-20", "opens": "09:00", "closes": "14:00"}] | officeHours[1].from
            "confirmedUntil": "2030-12-31"             | "confirmedUntil": "2300-12-31"                 | confirmedUntil
            "confirmedUntil": "2030-12-31",            | "note": null,                                  | confirmedUntil
            "title": "Gazette no. 7"                   | "title": " "                                   | source.title
            "title": "Gazette no. 7"                   | "title": "Gazette", "uri": "ftp://x"           | source.uri
            "name": "An office"                        | "name": ""                                     | name
            """)
    void what_is_wrong_with_a_draft_is_named(String right, String wrong, String field) {
        assertThat(Office.PLAIN).contains(right);

        Office.unknown()
                .put(Office.PLAIN.replace(right, wrong))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void an_authority_has_a_name_that_organizations_can_give() {
        sending(Office.PLAIN)
                .put("/api/v1/calendars/pk/draft")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("authority"));
        asRegistrar().get("/api/v1/calendars/XX/draft").then().statusCode(404);
        asRegistrar().post("/api/v1/calendars/XX/draft/preview").then().statusCode(404);
        asRegistrar().get("/api/v1/calendars/XX/revisions").then().statusCode(404);
        asRegistrar().get("/api/v1/calendars/PK/revisions/9").then().statusCode(404);
    }

    @Test
    void a_draft_that_others_have_overtaken_or_that_says_nothing_new_is_not_published() {
        var office = Office.keeping(Office.PLAIN);
        office.put(Office.PLAIN).then().statusCode(200).body("basedOn", equalTo(1));
        office.publishDraft("\"1\"")
                .then()
                .statusCode(409)
                .body("detail", equalTo("the draft says what revision 1 says already"));

        confirm(office, "{\"until\": \"2031-12-31\", \"source\": {\"title\": \"Gazette\"}}")
                .then()
                .statusCode(202);

        office.publishDraft("\"1\"").then().statusCode(409);
        office.preview().then().statusCode(409);
        asRegistrar().get(office.path() + "/draft").then().statusCode(200);
    }

    @Test
    void revisions_are_listed_from_the_newest_with_author_source_and_changes() {
        var office = Office.keeping(Office.PLAIN);
        office.publish(Office.content("[6, 7]", "{\"date\": \"2025-10-20\", \"name\": \"Mourning\"}", "2030-12-31"));

        var first = Api.get(office.path() + "/revisions?limit=1");
        assertThat(first.getInt("items[0].revision")).isEqualTo(2);
        assertThat(first.getString("items[0].publishedBy")).isEqualTo("local-registrar");
        assertThat(first.getString("items[0].source.title")).isEqualTo("Gazette no. 7");
        var second = Api.get(office.path() + "/revisions?limit=1&cursor=" + first.getString("next"));
        assertThat(second.getInt("items[0].revision")).isEqualTo(1);
        assertThat(second.getString("next")).isNull();
        assertThat(office.revision(2).getList("changes")).containsExactly("2025-10-20 is closed (Mourning)");
        assertThat(office.revision(1).getList("calendar.closed")).isEmpty();
        assertThat(Api.get("/api/v1/calendars/CN/revisions/1").getString("calendar.source.title"))
                .contains("not a gazette");
    }

    @Test
    void a_publication_that_is_repeated_has_one_effect() {
        var office = Office.unknown();
        office.put(Office.PLAIN).then().statusCode(200);
        var key = UUID.randomUUID().toString();

        for (var i = 0; i < 2; i++) {
            sending("{\"reason\": \"as decided\"}")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", key)
                    .post(office.path() + "/publication")
                    .then()
                    .statusCode(202)
                    .body("calendar.revision", equalTo(1));
        }
        assertThat(Api.get(office.path() + "/revisions").getList("items")).hasSize(1);
    }

    @Test
    void a_publication_needs_a_reason() {
        var office = Office.unknown();
        office.put(Office.PLAIN);

        sending("{\"reason\": \" \"}")
                .header("If-Match", "\"1\"")
                .post(office.path() + "/publication")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }

    @Test
    void days_are_imported_into_a_draft_that_begins_with_the_calendar_as_it_is() {
        var office = Office.keeping(
                Office.content("[6, 7]", "{\"date\": \"2027-05-03\", \"name\": \"Labour Day\"}", "2030-12-31"));

        var imported = post(office, "text/csv", null, """
                date,name,kind,estimated
                2027-03-10,Eid,CLOSED,true
                2027-03-10,Reception,CLOSED,true
                2027-05-03,May Day,,
                2027-05-08,Bridge,WORKING,
                """);

        imported.then().statusCode(200).header("ETag", "\"1\"").body("draft.basedOn", equalTo(1));
        assertThat(imported.jsonPath().getList("taken.effect")).containsExactly("ADDED", "REPLACED", "ADDED");
        assertThat(imported.jsonPath().getList("draft.content.closed.name"))
                .containsExactly("Eid; Reception", "May Day");
        assertThat(imported.jsonPath().getList("draft.content.workingDays.date"))
                .containsExactly("2027-05-08");

        post(office, "text/calendar", null, "BEGIN:VCALENDAR\nEND:VCALENDAR\n")
                .then()
                .statusCode(428);
        post(office, "text/calendar; charset=utf-8", "\"1\"", """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20280226
                SUMMARY:عيد الفطر
                END:VEVENT
                END:VCALENDAR
                """)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("taken[0].name", equalTo("عيد الفطر"));
    }

    @Test
    void a_file_with_a_wrong_line_changes_nothing_and_every_wrong_line_is_named() {
        var office = Office.keeping(Office.content("[6, 7]", "", "{\"date\": \"2027-05-08\"}", "2030-12-31"));

        var refused = post(office, "text/csv", null, """
                date,name,kind
                2027-03-10,Eid,CLOSED
                2027-05-08,Closed after all,CLOSED
                2027-05-10,Monday,WORKING
                2027-03-10,Eid,WORKING
                yesterday,Eid,CLOSED
                """);

        refused.then().statusCode(400);
        assertThat(refused.jsonPath().getList("violations.field"))
                .containsExactly("line 6", "line 5", "line 3", "line 4");
        asRegistrar().get(office.path() + "/draft").then().statusCode(404);
        post(office, "text/csv", null, "date\n")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("has no day"));
        post(office, "application/json", null, "{}").then().statusCode(415);
        post(Office.unknown(), "text/csv", null, "date,name\n2027-03-10,Eid\n")
                .then()
                .statusCode(404);
        asRegistrar()
                .contentType("text/csv")
                .body(new byte[] {(byte) 0xff, 10})
                .post(office.path() + "/draft/imports")
                .then()
                .statusCode(400);
        post(office, "text/csv", null, "date,name\n" + "2027-03-10,Eid\n".repeat(80_000))
                .then()
                .statusCode(413);
    }

    @Test
    void what_is_confirmed_is_a_revision_with_its_own_source() {
        var office = Office.keeping(Office.content(
                "[6, 7]", "{\"date\": \"2027-03-10\", \"name\": \"Eid\", \"estimated\": true}", "2026-12-31"));

        confirm(office, """
                {"days": ["2027-03-10"], "until": "2027-06-30", "reason": "the moon was sighted",
                 "source": {"title": "Sighting committee"}}""")
                .then()
                .statusCode(202)
                .body("calendar.revision", equalTo(2))
                .body("calendar.source.title", equalTo("Sighting committee"))
                .body("reason", equalTo("the moon was sighted"));

        assertThat(office.revision(2).getList("changes"))
                .containsExactly(
                        "it is confirmed until 2027-06-30, not 2026-12-31",
                        "2027-03-10 is confirmed to be closed (Eid)");
        assertThat(office.revision(1).getBoolean("calendar.closed[0].estimated"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "days": ["2027-03-10"]       | days[0]
            "until": "2030-12-31"        | until
            "until": "2029-12-31"        | reason
            "until": "2300-12-31"        | until
            "until": "tomorrow"          | until
            "days": []                   | until
            """)
    void what_cannot_be_confirmed_is_refused(String what, String field) {
        var office = Office.keeping(Office.PLAIN);

        confirm(office, "{%s, \"source\": {\"title\": \"Gazette\"}}".formatted(what))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
        confirm(Office.unknown(), "{\"until\": \"2029-12-31\", \"source\": {\"title\": \"Gazette\"}}")
                .then()
                .statusCode(404);
    }

    @Test
    void the_confirmed_day_moves_back_with_a_reason() {
        var office = Office.keeping(Office.PLAIN);

        confirm(office, """
                {"until": "2026-06-30", "reason": "the decree was withdrawn", "source": {"title": "Gazette"}}""").then().statusCode(202).body("calendar.confirmedUntil", equalTo("2026-06-30"));
    }

    private static Response confirm(Office office, String confirmation) {
        return sending(confirmation).post(office.path() + "/confirmations");
    }

    private static Response post(Office office, String type, @Nullable String ifMatch, String body) {
        var request = asRegistrar().contentType(type).body(body.getBytes(UTF_8));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(office.path() + "/draft/imports");
    }
}
