package org.moutracker.notifications.action;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;
import static org.moutracker.notifications.action.Links.get;
import static org.moutracker.notifications.action.Links.post;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Preferring;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** The deadline of 2025-10-17: a co-chair reports by the link in his mail that it is done, and others say whether it is. */
@NotificationsTest
class DoneReportStoryTest {

    private static final String T14 = "2025-10-03T04:00:00Z";
    private static final Map<String, String> DONE = Map.of("on", "2025-10-02", "note", "Named by <b>note</b> 12/2025");
    private static final Map<String, String> CONFIRM = Map.of("decision", "confirm");

    @Inject
    Sql sql;

    @Test
    void what_is_reported_done_waits_for_the_secretary_and_a_confirmation_is_told_once() {
        var story = told();
        var link = Links.of(story, "ayesha").to("done");

        post(link, DONE).statusCode(200).body(containsString("has been asked to confirm"));

        var report = report(story);
        asRegistrar()
                .get("/api/v1/done-reports/{id}", report)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("REPORTED"))
                .body("title", equalTo("Establish the Pakistan–Palestine Health Working Group"))
                .body("reportedBy.name", equalTo("Ayesha Khan"))
                .body("doneOn", equalTo("2025-10-02"))
                .body("note", equalTo("Named by <b>note</b> 12/2025"))
                .body("decidedAt", nullValue());
        // By itself it meets nothing; who reported it is left in peace.
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACKNOWLEDGED", "PS T-14 plan 1 ACTIVE");
        assertThat(events(report)).isEmpty();

        var asked = mailTo(story, "bilal");
        assertThat(asked.subject())
                .isEqualTo("Reported done, please confirm: Establish the Pakistan–Palestine Health Working Group");
        assertThat(asked.text()).contains("Ayesha Khan of PK has reported", "2 October 2025", "12/2025");
        assertThat(asked.html()).contains("&lt;b&gt;note&lt;/b&gt;").doesNotContain("<b>");
        assertThat(asked.header("Auto-Submitted")).isEqualTo("auto-generated");
        var decide = Links.in(asked).to("decide");
        var before = rows(story);
        get(decide)
                .statusCode(200)
                .body(containsString("Ayesha Khan of PK has reported"))
                .body(containsString("Named by &lt;b&gt;note&lt;/b&gt; 12/2025"))
                .body(containsString("Friday, 17 October 2025"));
        Links.scan(decide);
        assertThat(rows(story)).isEqualTo(before);
        assertThat(events(report)).isEmpty();

        post(decide, CONFIRM).statusCode(200).body(containsString("It is confirmed as done."));

        assertThat(events(report)).containsExactly("mou.done-report.confirmed.v1");
        asRegistrar()
                .get("/api/v1/done-reports/{id}", report)
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("decidedBy", equalTo(story.id("f003")));
        var after = rows(story);
        post(decide, CONFIRM).statusCode(410).body(containsString("It is confirmed as done."));
        post(decide, Map.of("decision", "decline", "reason", "no")).statusCode(410);
        get(decide).statusCode(410);
        assertThat(rows(story)).isEqualTo(after);
        assertThat(events(report)).hasSize(1);
        assertThat(payload(report)).doesNotContain("Ayesha", "note", "@");
    }

    @Test
    void the_same_link_reports_once_and_while_one_report_waits_there_is_no_other() {
        var story = told();
        var link = Links.of(story, "ayesha").to("done");
        post(link, DONE).statusCode(200);
        var before = rows(story);

        post(link, DONE).statusCode(410).body(containsString("This link was used on"));
        var other = Links.of(story, "zuhair").to("done");
        get(other)
                .statusCode(200)
                .body(containsString("that waits to be confirmed"))
                .body(not(containsString("<form")));
        post(other, DONE).statusCode(409).body(containsString("that waits to be confirmed"));

        assertThat(rows(story)).isEqualTo(before);
    }

    @Test
    void whoever_reported_what_is_not_done_is_told_why_and_can_report_it_again_by_the_next_mail() {
        var story = told();
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);
        var decide = Links.in(mailTo(story, "bilal")).to("decide");

        for (var empty : List.of(Map.of("decision", "decline"), Map.of("decision", "decline", "reason", " "))) {
            post(decide, empty).statusCode(400).body(containsString("Please say why"));
        }
        post(decide, Map.of("decision", "decline", "reason", "The <i>other</i> side is missing"))
                .statusCode(200)
                .body(containsString("is told why"));

        var told = mailTo(story, "ayesha", "Not confirmed");
        assertThat(told.subject()).startsWith("Not confirmed as done: Establish");
        assertThat(told.text()).contains("2 October 2025", "Why not: The <i>other</i> side is missing");
        assertThat(told.html()).contains("The &lt;i&gt;other&lt;/i&gt; side is missing");
        assertThat(Links.found(String.valueOf(told.text()))).isEmpty();
        var report = report(story);
        asRegistrar()
                .get("/api/v1/done-reports/{id}", report)
                .then()
                .body("state", equalTo("DECLINED"))
                .body("reason", equalTo("The <i>other</i> side is missing"));
        assertThat(events(report)).isEmpty();
        post(decide, CONFIRM).statusCode(410).body(containsString("It was found not to be done."));
        // That he knows of it counted while it was decided.
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACTIVE").doesNotContain("PK T-14 plan 1 ACKNOWLEDGED");

        story.at("2025-10-10T05:00:00Z");
        post(Links.of(story, "ayesha").to("done"), Map.of("on", "2025-10-09")).statusCode(200);
        asRegistrar()
                .get("/api/v1/done-reports?deadline={id}", story.id("d001"))
                .then()
                .body("items.state", contains("REPORTED", "DECLINED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline.met", "deadline.waived", "deadline.rescheduled"})
    void what_is_met_over_or_moved_meanwhile_overtakes_the_report(String event) {
        var story = told();
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);
        var decide = Links.in(mailTo(story, "bilal")).to("decide");

        story.tell(event);

        var report = report(story);
        asRegistrar().get("/api/v1/done-reports/{id}", report).then().body("state", equalTo("OVERTAKEN"));
        get(decide).statusCode(410).body(containsString("There is nothing to decide any more"));
        post(decide, CONFIRM).statusCode(410).body(containsString("There is nothing to decide any more"));
        asRegistrar()
                .post("/api/v1/done-reports/{id}/confirmation", report)
                .then()
                .statusCode(409)
                .body("detail", equalTo("the report is overtaken already"));
        assertThat(events(report)).isEmpty();
    }

    @Test
    void who_does_not_answer_for_the_group_any_more_decides_nothing() {
        var story = told();
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);
        var decide = Links.in(mailTo(story, "bilal")).to("decide");

        story.tell("working-group.constituted", group -> group.put("status", "FORMING"));

        get(decide).statusCode(410).body(containsString("You do not answer for this any more"));
        post(decide, CONFIRM).statusCode(410);
        assertThat(events(report(story))).isEmpty();
    }

    @Test
    void where_nobody_can_be_asked_by_mail_those_who_keep_the_register_decide() {
        var story = Links.inEnglish(Story.begin().withTheGroup());
        story.tell("deadline.opened");
        story.at(T14);

        post(Links.of(story, "ayesha").to("done"), DONE)
                .statusCode(200)
                .body(containsString("Nobody could be asked by mail"));

        var report = report(story);
        asRegistrar()
                .header("If-Match", "\"7\"")
                .post("/api/v1/done-reports/{id}/confirmation", report)
                .then()
                .statusCode(412);
        asRegistrar()
                .header("If-Match", "\"1\"")
                .post("/api/v1/done-reports/{id}/confirmation", report)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("CONFIRMED"))
                .body("decidedBy", nullValue());
        assertThat(events(report)).containsExactly("mou.done-report.confirmed.v1");
        decline(asRegistrar(), report, "{\"reason\": \"no\"}")
                .statusCode(409)
                .body("detail", equalTo("the report is confirmed already"));
    }

    @Test
    void who_is_asked_is_asked_when_his_quiet_hours_are_over() {
        var story = told();
        Preferring.says(story, "f003", Preferring.quiet("{\"from\": \"08:00\", \"to\": \"10:00\"}"));

        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);

        story.at("2025-10-03T04:59:59Z");
        assertThat(story.mails()).noneMatch(mail -> isFor(story, mail, "bilal", "Reported done"));
        story.at("2025-10-03T05:00:00Z");
        assertThat(mailTo(story, "bilal").text()).contains("2 October 2025");
    }

    @Test
    void only_the_side_of_whoever_reported_it_decides_and_says_why_not() {
        var story = told();
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);
        var report = report(story);

        as("PS").post("/api/v1/done-reports/{id}/confirmation", report).then().statusCode(403);
        decline(as("PS"), report, "{\"reason\": \"no\"}").statusCode(403);
        decline(asRegistrar(), report, "{\"reason\": \" \"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        decline(asRegistrar(), report, "{}").statusCode(400);
        decline(as("PK"), report, "{\"reason\": \"The note is not signed\"}")
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("reason", equalTo("The note is not signed"));
        assertThat(mailTo(story, "ayesha", "Not confirmed").text()).contains("The note is not signed");
        asRegistrar()
                .post("/api/v1/done-reports/{id}/confirmation", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void reports_are_listed_by_what_is_asked_for_a_page_at_a_time() {
        var story = told();
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);
        var first = report(story);
        decline(asRegistrar(), first, "{\"reason\": \"not yet\"}").statusCode(200);
        story.settle();
        story.at("2025-10-10T05:00:00Z");
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);

        var list = "/api/v1/done-reports?group=" + story.id("e001");
        var next = asRegistrar()
                .get(list + "&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("REPORTED"))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .<String>path("next");
        asRegistrar()
                .get(list + "&limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
        asRegistrar().get(list + "&state=DECLINED").then().body("items.id", contains(first));
        asRegistrar().get(list + "&cursor=nonsense").then().statusCode(400);
        asRegistrar().get("/api/v1/done-reports/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"2025-10-04", "2025-09-16", "yesterday", "''"})
    void a_day_on_which_it_cannot_have_been_done_is_refused_on_the_page(String on) {
        var story = told();

        post(Links.of(story, "ayesha").to("done"), Map.of("on", on, "note", "written already"))
                .statusCode(400)
                .body(containsString("a day that is not in the future"))
                .body(containsString("written already"));

        asRegistrar()
                .get("/api/v1/done-reports?deadline={id}", story.id("d001"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void of_a_long_silence_nobody_can_report_that_it_is_done() {
        var story = Story.begin().withTheGroup();
        story.tell("deadline.opened", deadline -> deadline.put("kind", "STAGNATION"));
        story.at("2025-10-20T05:00:00Z");
        var links = Links.of(story, "ayesha");

        assertThat(links.all()).hasSize(3).noneMatch(link -> link.contains(".done."));
        get(links.to("open")).statusCode(200).body(not(containsString(".done.")));
    }

    @Test
    void what_is_internal_to_a_side_is_no_others_business() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at(T14);
        post(Links.of(story, "ayesha").to("done"), DONE).statusCode(200);
        var list = "/api/v1/done-reports?deadline=" + story.id("d001");

        as("PS").get(list).then().body("items", hasSize(0));
        var report = as("PK").get(list).then().extract().<String>path("items[0].id");
        as("PS").get("/api/v1/done-reports/{id}", report).then().statusCode(404);
        as("PS").post("/api/v1/done-reports/{id}/confirmation", report).then().statusCode(404);
        as("PK").post("/api/v1/done-reports/{id}/confirmation", report).then().statusCode(200);
    }

    /** With a secretary on the side of Pakistan. */
    private static Story told() {
        var story = Links.inEnglish(Story.begin().withTheGroup()).withASecretary("en");
        story.tell("deadline.opened");
        return story.at(T14);
    }

    private static ReceivedMail mailTo(Story story, String person) {
        return mailTo(story, person, "Reported done");
    }

    private static ReceivedMail mailTo(Story story, String person, String subject) {
        await().untilAsserted(() -> assertThat(story.mails()).anyMatch(mail -> isFor(story, mail, person, subject)));
        return story.mails().stream()
                .filter(mail -> isFor(story, mail, person, subject))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static boolean isFor(Story story, ReceivedMail mail, String person, String subject) {
        return mail.to().contains(story.mailbox(person)) && mail.subject().startsWith(subject);
    }

    private static String report(Story story) {
        return requireNonNull(asRegistrar()
                .get("/api/v1/done-reports?deadline={id}", story.id("d001"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id"));
    }

    private static RequestSpecification as(String party) {
        return asRegistrar().auth().oauth2(TestStack.token("secretary", party));
    }

    private static ValidatableResponse decline(RequestSpecification who, String report, String body) {
        return who.contentType("application/json")
                .body(body)
                .post("/api/v1/done-reports/{id}/declining", report)
                .then();
    }

    private List<String> rows(Story story) {
        return sql.query(
                "SELECT to_jsonb(done_report)::text AS row FROM done_report WHERE deadline_id = ?::uuid ORDER BY id",
                row -> String.valueOf(row.getString("row")),
                story.id("d001"));
    }

    /** What others were told of a report. */
    private static List<String> events(String report) {
        return DoneReportTopic.about(report).stream()
                .map(DoneReportTopic.Told::type)
                .toList();
    }

    private static String payload(String report) {
        return DoneReportTopic.about(report).getLast().data();
    }
}
