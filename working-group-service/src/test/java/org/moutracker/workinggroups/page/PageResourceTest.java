package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.as;
import static org.moutracker.workinggroups.Api.asNobody;
import static org.moutracker.workinggroups.Api.asRegistrar;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class PageResourceTest {

    private static final String SECRET = "Make up our minds";

    @Test
    void a_link_opens_the_page_of_a_group_without_a_login() {
        var group = group();
        var member = member(group, "PK", "CO_CHAIR", "Ayesha Khan", "ur");

        var page = opened(group(group, "registrar", null)).asString();

        assertThat(page)
                .contains("<h1><bdi>Pakistan–Palestine Health Working Group</bdi></h1>", "Forming")
                .contains("Establish the Pakistan–Palestine Health Working Group")
                .contains("Friday, 17 October 2025")
                .contains(
                        "datetime=\"2025-10-18T02:00+05:00\">Saturday, 18 October 2025 at 02:00</time>",
                        "<bdi>Karachi</bdi> (<bdi>GMT+5</bdi>)")
                .contains(
                        "datetime=\"2025-10-18T00:00+03:00\">Saturday, 18 October 2025 at 00:00</time>",
                        "<bdi>Hebron</bdi> (<bdi>GMT+3</bdi>)")
                .contains("To be named: Co-chair")
                .contains("Ayesha Khan")
                .doesNotContain("@health.example", member);
    }

    @Test
    void so_does_a_token() {
        assertThat(asRegistrar().get("/pages/working-groups/" + group()).asString())
                .contains("<h1>");
    }

    @Test
    void without_either_it_says_what_to_do_and_nothing_else() {
        var group = group();

        var page = asNobody().get("/pages/working-groups/" + group);

        page.then().statusCode(401).header("WWW-Authenticate", "Bearer");
        assertThat(page.asString())
                .contains("Please open the link that you were sent")
                .doesNotContain("Pakistan");
        assertThat(asNobody().get("/pages/working-groups/" + UUID.randomUUID()).asString())
                .isEqualTo(page.asString());
        as("no.good.token").get("/pages/working-groups/" + group).then().statusCode(401);
    }

    @Test
    void a_link_that_was_tampered_with_is_over_or_is_another_pages_opens_nothing_and_tells_nothing() {
        var group = group();
        var link = group(group, "registrar", null);
        var over = new PageLinks(
                        ConfigProvider.getConfig().getValue("mou.pages.key", String.class), InstantSource.system())
                .sign(new PageLink(
                        new PageSubject.OfGroup(UUID.fromString(group)), null, Instant.parse("2025-11-14T09:00:00Z")));

        for (var address : List.of(
                link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A"),
                link.replaceFirst("expires=1", "expires=2"),
                link.replaceFirst("\\?expires", "?party=*&expires"),
                link.replaceFirst("&signature.*", ""),
                link.replace(group, group()),
                link.replace(group, UUID.randomUUID().toString()),
                "/pages/" + over)) {
            var page = open(address);
            page.then().statusCode(403);
            assertThat(page.asString())
                    .as(address)
                    .contains("ask whoever sent it to you for a new one")
                    .doesNotContain("Pakistan", group);
        }
    }

    @Test
    void a_link_does_not_become_a_token() {
        var link = group(group(), "registrar", null);

        asNobody().get("/api/v1/deadlines?limit=1").then().statusCode(401);
        assertThat(link).doesNotContain("Bearer");
    }

    @Test
    void every_answer_keeps_its_address_and_its_content_to_itself() {
        var link = group(group(), "registrar", null);

        for (var page : List.of(open(link), open(link + "x"), asNobody().get("/pages/members/" + UUID.randomUUID()))) {
            page.then()
                    .contentType("text/html;charset=UTF-8")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Robots-Tag", "noindex, nofollow");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "script");
            assertThat(page.asString()).doesNotContain("<script", "style=", "onclick", "<img", "http:", "https:");
        }
    }

    @Test
    void what_is_not_there_has_a_page_that_says_so() {
        asRegistrar().get("/pages/working-groups/" + UUID.randomUUID()).then().statusCode(404);
        asRegistrar().get("/pages/members/" + UUID.randomUUID()).then().statusCode(404);
        asRegistrar().get("/pages/members/nobody").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | ltr | What is missing | To be named: Co-chair
            ur | rtl | کیا باقی ہے     | نامزدگی باقی: شریک صدر
            ar | rtl | ما ينقص         | يلزم ترشيح: رئيس مشارك
            zh | ltr | 尚缺事项         | 待提名: 共同主席
            """)
    void a_page_is_read_in_four_languages(String language, String direction, String heading, String missing) {
        var page = open(group(group(), "registrar", null) + "&lang=" + language);

        page.then().statusCode(200).header("Content-Language", language);
        assertThat(page.asString())
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(language, direction))
                .contains(heading, missing);
    }

    @Test
    void the_language_is_the_address_ones_then_the_persons_then_the_browsers() {
        var group = group();
        var person = member(group, "PK", "MEMBER", "Ayesha Khan", "ur");
        var members = member(person, "registrar", null);
        var groups = group(group, "registrar", null);

        assertThat(open(members, "zh").header("Content-Language")).isEqualTo("ur");
        assertThat(open(members + "&lang=ar", "zh").header("Content-Language")).isEqualTo("ar");
        assertThat(open(groups, "fr, zh;q=0.8").header("Content-Language")).isEqualTo("zh");
        assertThat(open(groups, "fr").header("Content-Language")).isEqualTo("en");
        assertThat(open(groups + "x", "ur").asString()).contains("lang=\"ur\" dir=\"rtl\"");
    }

    @Test
    void the_other_languages_are_a_step_away_by_the_same_link() {
        var link = group(group(), "registrar", null);
        var urdu = opened(link).htmlPath().getString("**.find { it.@hreflang == 'ur' }.@href");

        assertThat(urdu).isEqualTo(link.substring(link.indexOf('?')) + "&lang=ur");
        assertThat(opened(link.substring(0, link.indexOf('?')) + urdu).header("Content-Language"))
                .isEqualTo("ur");
    }

    @Test
    void a_member_sees_all_groups_and_gets_on_to_each_by_the_same_link() {
        var first = group();
        var second = group();
        var mail = UUID.randomUUID() + "@health.example";
        var person = member(first, "PK", "CO_CHAIR", "Ayesha Khan", "en", mail);
        member(second, "PS", "OBSERVER", "Ayesha Khan", "en", mail);
        enter(first, "ACTION", "Send the list of trainees", "PK", null);
        enter(first, "ACTION", "Book the hall", "PS", null);

        var page = opened(member(person, "registrar", null));

        assertThat(page.asString())
                .contains("<h1><bdi>Ayesha Khan</bdi></h1>", "Co-chair, nominated", "Observer, nominated")
                .contains("Send the list of trainees")
                .doesNotContain("Book the hall", mail);
        List<String> onward = page.htmlPath().getList("**.findAll { it.@href.toString().startsWith('../') }.@href");
        assertThat(onward)
                .hasSize(2)
                .anyMatch(address -> address.contains(first))
                .anyMatch(address -> address.contains(second));
        onward.forEach(
                address -> assertThat(opened("/pages/" + address.substring(3)).asString())
                        .contains("<h1><bdi>Pakistan–Palestine"));
    }

    @Test
    void what_is_internal_to_a_side_is_shown_to_that_side_alone() {
        var group = group();
        var pakistani = member(group, "PK", "MEMBER", "Ayesha Khan", "en");
        var palestinian = member(group, "PS", "MEMBER", "Rana Saleh", "en");
        enter(group, "DECISION", SECRET, "PK", "PK");

        assertThat(opened(member(pakistani, "officer", "PK")).asString()).contains(SECRET);
        assertThat(opened(member(pakistani, "auditor", null)).asString()).contains(SECRET);
        assertThat(opened(member(pakistani, "officer", "PS")).asString()).doesNotContain(SECRET);
        assertThat(opened(member(pakistani, "registrar", null)).asString()).doesNotContain(SECRET);
        assertThat(opened(member(palestinian, "officer", "PS")).asString()).doesNotContain(SECRET);
        assertThat(opened(member(palestinian, "officer", "PK")).asString()).doesNotContain(SECRET);
        assertThat(opened(member(palestinian, "auditor", null)).asString()).doesNotContain(SECRET);
        assertThat(opened(group(group, "officer", "PK")).asString()).doesNotContain(SECRET);
        assertThat(opened(group(group, "auditor", null)).asString()).doesNotContain(SECRET);

        assertThat(loggedIn(group, "officer", "PK")).contains(SECRET, "Seen by your side alone");
        assertThat(loggedIn(group, "officer", "PS")).doesNotContain(SECRET);
        assertThat(loggedIn(group, "registrar", null)).doesNotContain(SECRET);
        assertThat(loggedIn(group, "auditor", null)).contains(SECRET);
    }

    @Test
    void names_and_titles_break_no_page() {
        var group = group();
        var name = "<script>alert('x')</script>\" onload=\"\u202E{page.name} & Söhne";
        var person = member(group, "PK", "MEMBER", name, "en");
        enter(group, "ACTION", "</title></bdi><b>\u2066{#if}", "PK", null);

        for (var page : List.of(opened(group(group, "registrar", null)), opened(member(person, "registrar", null)))) {
            assertThat(page.asString())
                    .contains(
                            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;{page.name} &amp; Söhne")
                    .contains("&lt;/title&gt;&lt;/bdi&gt;&lt;b&gt;{#if}")
                    .doesNotContain("<script", "<b>", "\u202E", "\u2066");
        }
    }

    private static String group() {
        return Api.groupOf(Seed.told().agreement()).getString("id");
    }

    private static String member(String group, String party, String role, String name, String language) {
        return member(group, party, role, name, language, UUID.randomUUID() + "@health.example");
    }

    /** Names a member; answers the person's id. */
    private static String member(String group, String party, String role, String name, String language, String mail) {
        return asRegistrar()
                .contentType("application/json")
                .body(Map.of(
                        "person", Map.of("name", name, "email", mail, "language", language),
                        "party", party,
                        "role", role))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("person.id");
    }

    private static void enter(String group, String kind, String title, String party, @Nullable String internalTo) {
        var entry = new HashMap<String, Object>(Map.of(
                "workingGroupId", group,
                "kind", kind,
                "title", title,
                "rule", Map.of("anchor", Map.of("on", "2026-11-15"), "steps", List.of()),
                "responsible", List.of(party)));
        if (internalTo != null) {
            entry.put("internalTo", internalTo);
        }
        (internalTo == null ? asRegistrar() : as(TestStack.token("officer", internalTo)))
                .contentType("application/json")
                .body(entry)
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201);
    }

    private static String group(String group, String role, @Nullable String party) {
        return link("{\"workingGroupId\": \"%s\"}".formatted(group), role, party);
    }

    private static String member(String person, String role, @Nullable String party) {
        return link("{\"personId\": \"%s\", \"validFor\": \"PT2M\"}".formatted(person), role, party);
    }

    /** The path and query of a link that somebody makes. */
    private static String link(String body, String role, @Nullable String party) {
        var url = as(token(role, party))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/page-links")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("url");
        return url.substring(url.indexOf("/pages/"));
    }

    private static String token(String role, @Nullable String party) {
        return party == null ? TestStack.token(role) : TestStack.token(role, party);
    }

    private static String loggedIn(String group, String role, @Nullable String party) {
        return as(token(role, party)).get("/pages/working-groups/" + group).asString();
    }

    private static Response opened(String address) {
        var page = open(address);
        page.then().statusCode(200);
        return page;
    }

    private static Response open(String address) {
        return asNobody().urlEncodingEnabled(false).get(address);
    }

    private static Response open(String address, String accepted) {
        return asNobody()
                .urlEncodingEnabled(false)
                .header("Accept-Language", accepted)
                .get(address);
    }
}
