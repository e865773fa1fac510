package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.asNobody;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** Reports as pages. */
@WorkingGroupsTest
class ReportPageTest {

    @Inject
    Rows rows;

    @Test
    void it_says_which_agreement_by_its_reference_and_title_and_what_was_done() {
        var group = constituted();
        enter(group, "Plan of work", "2025-09-17");
        enter(group, "Late already", "2025-09-10");
        complete(enter(group, "Done in time", "2025-09-30"));
        complete(enter(group, "Done late", "2025-09-16"));
        decide(group);

        var page = opened(link(group, handIn(group)));

        assertThat(page)
                .contains("<h1>Report <bdi>R-2025-01</bdi></h1>", "<bdi>Pakistan–Palestine Health Working Group</bdi>")
                .contains("<bdi>PK-PS-2025-HEALTH</bdi>")
                .contains("<bdi lang=\"en\">Memorandum of Understanding on health cooperation</bdi>")
                .contains(
                        "<bdi>Establish the Pakistan–Palestine Health Working Group</bdi><span class=\"kind\"><bdi>C-01</bdi> · Establish a body</span>")
                .contains("<bdi>Plan</bdi><span class=\"kind\"><bdi>D-2025-01</bdi></span>", "Decided")
                .contains("<time datetime=\"2025-09-17\">Wednesday, 17 September 2025</time>")
                .contains("/pages/working-groups/" + group + "/reports/R-2025-01</bdi>")
                .doesNotContain("Ayesha", "@health.example", "<script", "style=");
        assertThat(figure(page, "Deadlines met in time"))
                .as("its establishment too")
                .isEqualTo("2");
        assertThat(figure(page, "Deadlines met late")).isEqualTo("1");
        assertThat(figure(page, "Deadlines open, due in the period or without a date"))
                .isEqualTo("1");
        assertThat(figure(page, "Deadlines overdue")).isEqualTo("1");
        assertThat(figure(page, "Decisions")).isEqualTo("1");
        assertThat(figure(page, "Meetings held")).isEqualTo("0");
        assertThat(figure(page, "To be named")).isEqualTo("0");
        assertThat(tableOf(page, "Deadlines met late")).contains("Done late").doesNotContain("Done in time");
        assertThat(tableOf(page, "Deadlines overdue")).contains("Late already");
    }

    @Test
    void what_was_handed_in_stays_and_what_is_known_by_now_grows() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        var number = handIn(group);
        enter(group, "Entered afterwards", "2025-09-17");

        assertThat(opened(link(group, number))).doesNotContain("Entered afterwards");
        assertThat(opened(link(group, "2025-09-17--2025-09-17")))
                .contains("<h1>Report</h1>", "Entered afterwards", "To be named: </span>Co-chair");
    }

    @Test
    void a_groups_page_leads_to_its_reports_and_no_report_leads_to_the_group() {
        var group = constituted();
        handIn(group);
        var ofGroup = link("{\"workingGroupId\": \"%s\"}".formatted(group));

        List<String> onward =
                open(ofGroup).htmlPath().getList("**.findAll { it.@href.toString().contains('/reports/') }.@href");

        assertThat(onward).hasSize(2).allMatch(address -> address.startsWith("../working-groups/" + group));
        assertThat(onward.getFirst()).contains("--2025-09-17?").contains("lang=en");
        onward.forEach(address -> assertThat(opened("/pages/" + address.substring(3)))
                .contains("<h1>Report")
                .doesNotContain("href=\"../"));
        var ofReport = link(group, "R-2025-01");
        assertThat(open(ofReport.replace("/reports/R-2025-01", "")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void it_is_opened_by_its_own_link_or_a_token_and_by_nothing_else() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        var path = "/pages/working-groups/%s/reports/".formatted(group);
        var link = link(group, handIn(group));
        handIn(group);

        asRegistrar().get(path + "R-2025-01").then().statusCode(200);
        asNobody().get(path + "R-2025-01").then().statusCode(401);
        for (var address : List.of(
                link.replace("R-2025-01", "R-2025-02"),
                link.replace("R-2025-01", "2025-09-17--2025-09-17"),
                link.replaceFirst("expires=1", "expires=2"),
                link.replace(group, UUID.randomUUID().toString()))) {
            var page = open(address);
            assertThat(page.statusCode()).as(address).isEqualTo(403);
            assertThat(page.asString()).doesNotContain("Pakistan");
        }
        open(link)
                .then()
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", Frame.STYLE.policy());
    }

    @Test
    void what_is_not_there_or_not_over_has_a_page_that_says_so() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        for (var report : List.of("R-2025-01", "2025-09-17--2099-01-01", "2025-09-18--2025-09-17", "all")) {
            asRegistrar()
                    .get("/pages/working-groups/%s/reports/%s".formatted(group, report))
                    .then()
                    .statusCode(404)
                    .contentType("text/html;charset=UTF-8");
        }
        asRegistrar()
                .get("/pages/working-groups/%s/reports/R-2025-01".formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ur | rtl | تاخیر سے مکمل     | 17 ستمبر، 2025
            ar | rtl | أُنجز متأخرًا      | 17 أيلول 2025
            zh | ltr | 逾期完成          | 2025年9月17日
            """)
    void it_is_read_in_four_languages(String language, String direction, String late, String day) {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        var page = opened(link(group, handIn(group)) + "&lang=" + language);

        assertThat(page)
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(language, direction))
                .contains(late, day)
                .contains("<bdi lang=\"en\">Memorandum of Understanding on health cooperation</bdi>");
    }

    @Test
    void names_and_titles_break_no_report() throws SQLException {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        var harmful = "</bdi><script>\u202Ex{#if}";
        enter(group, harmful, "2025-09-17");
        rows.execute(
                "UPDATE agreement SET reference = '%1$s', title = jsonb_build_object('en', '%1$s') WHERE id = '%2$s'"
                        .formatted(harmful, seed.agreement()));
        rows.execute("UPDATE commitment SET title = '%1$s', code = '%1$s' WHERE agreement_id = '%2$s'"
                .formatted(harmful, seed.agreement()));
        rows.execute("UPDATE working_group SET name = '%s' WHERE id = '%s'".formatted(harmful, group));

        assertThat(opened(link(group, "2025-09-17--2025-09-17")))
                .contains("&lt;/bdi&gt;&lt;script&gt;x{#if}")
                .doesNotContain("<script", "\u202E");
    }

    @Test
    void of_several_agreements_every_deadline_says_its_own() throws SQLException {
        var other = Seed.told();
        Api.groupOf(other.agreement());
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        enter(group, "Plan of work", "2025-09-17");
        assertThat(tableOf(
                        opened(link(group, "2025-09-17--2025-09-17")),
                        "Deadlines open, due in the period or without a date"))
                .doesNotContain("PK-PS-2025-HEALTH");

        rows.execute("UPDATE working_group SET agreements = agreements || '%s'::uuid WHERE id = '%s'"
                .formatted(other.agreement(), group));

        assertThat(tableOf(
                        opened(link(group, "2025-09-17--2025-09-17")),
                        "Deadlines open, due in the period or without a date"))
                .contains("Delivery · <bdi>PK-PS-2025-HEALTH</bdi>");
    }

    private static String constituted() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        Api.nominate(group, "PK", "CO_CHAIR").then().statusCode(201);
        Api.nominate(group, "PS", "CO_CHAIR").then().statusCode(201);
        return group;
    }

    private static String enter(String group, String title, String day) {
        return asRegistrar()
                .contentType("application/json")
                .body(java.util.Map.of(
                        "workingGroupId",
                        group,
                        "kind",
                        "DELIVERY",
                        "title",
                        title,
                        "rule",
                        java.util.Map.of("anchor", java.util.Map.of("on", day), "steps", List.of())))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void complete(String deadline) {
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/deadlines/" + deadline + "/completion")
                .then()
                .statusCode(200);
    }

    private static void decide(String group) {
        sending("""
                {"title": "Plan", "text": "As discussed.",
                 "positions": [{"side": "PK", "position": "FOR"}, {"side": "PS", "position": "FOR"}]}""")
                .post("/api/v1/working-groups/" + group + "/decisions")
                .then()
                .statusCode(201);
    }

    /** Hands in a report of the first day; answers its number. */
    private static String handIn(String group) {
        return sending("{\"from\": \"2025-09-17\", \"to\": \"2025-09-17\"}")
                .post("/api/v1/working-groups/" + group + "/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static String link(String group, String report) {
        return link("{\"workingGroupId\": \"%s\", \"report\": \"%s\"}".formatted(group, report));
    }

    private static String link(String body) {
        var url = sending(body)
                .post("/api/v1/page-links")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("url");
        return url.substring(url.indexOf("/pages/"));
    }

    private static String figure(String page, String of) {
        var row = "<tr><th scope=\"row\">" + of + "</th><td>";
        var from = page.indexOf(row) + row.length();
        return page.substring(from, page.indexOf("<", from));
    }

    private static String tableOf(String page, String title) {
        var from = page.indexOf("<h3>" + title + "</h3>");
        return page.substring(from, page.indexOf("<h3>", from + 4));
    }

    private static String opened(String address) {
        var page = open(address);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        return page.asString();
    }

    private static Response open(String address) {
        return asNobody().urlEncodingEnabled(false).get(address);
    }
}
