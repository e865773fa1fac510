package org.moutracker.workinggroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authority of a test's own, whose calendar it publishes as it likes. */
public record Office(String authority) {

    /** One that keeps Saturday and Sunday. */
    public static final String PLAIN = content("[6, 7]", "", "2030-12-31");

    public static Office unknown() {
        var random = UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        return new Office("T" + random);
    }

    /** One whose first revision is published. */
    public static Office keeping(String content) {
        var office = unknown();
        office.publish(content);
        return office;
    }

    /** A calendar with these closed days, such as {@code {"date": "2025-10-20", "name": "Mourning"}}. */
    public static String content(String weekend, String closed, String confirmedUntil) {
        return content(weekend, closed, "", confirmedUntil);
    }

    public static String content(String weekend, String closed, String workingDays, String confirmedUntil) {
        return """
                {"name": "An office", "weekend": %s, "closed": [%s], "workingDays": [%s], "confirmedUntil": "%s",
                 "source": {"title": "Gazette no. 7", "publishedOn": "2025-09-16"}}""".formatted(weekend, closed, workingDays, confirmedUntil);
    }

    public String path() {
        return "/api/v1/calendars/" + authority;
    }

    public Response put(String content) {
        return sending(content).put(path() + "/draft");
    }

    /** Publishes it as the next revision, whose number it answers, and waits for what follows. */
    public int publish(String content) {
        put(content).then().statusCode(200);
        var published = publishDraft("\"1\"");
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(202);
        return finished(published.jsonPath().getInt("calendar.revision"));
    }

    public Response publishDraft(@Nullable String ifMatch) {
        var request = sending("{\"reason\": \"as decided\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(path() + "/publication");
    }

    public int finished(int revision) {
        await().until(() -> revision(revision).getString("recomputation.finishedAt") != null);
        return revision;
    }

    public JsonPath revision(int revision) {
        return Api.get(path() + "/revisions/" + revision);
    }

    public Response preview() {
        return asRegistrar().post(path() + "/draft/preview");
    }

    /** So many days after the statement of 17 September 2025, moved to a day on which this office and others are open. */
    public Map<String, Object> rule(int days, String... others) {
        return Map.of(
                "anchor", Map.of("event", "STATEMENT_MADE"),
                "steps", List.of(Map.of("kind", "WITHIN", "period", "P" + days + "D")),
                "roll", "FOLLOWING",
                "calendars", Map.of("mode", "ALL_OPEN", "authorities", authorities(others)),
                "clock", Map.of("zones", List.of("Asia/Karachi")));
    }

    private List<String> authorities(String... others) {
        var authorities = new java.util.ArrayList<>(List.of(authority));
        authorities.addAll(List.of(others));
        return authorities;
    }

    /** A deadline by such a rule. */
    public Seed deadline(Map<String, Object> rule) {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), seed.opened().with("rule", rule));
        return seed;
    }
}
