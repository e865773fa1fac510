package org.moutracker.workinggroups.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class FeedResourceTest {

    private static final String TITLE = "Reports, plans; \\notes\\ \nand التقرير السنوي عن التعاون الصحي بين الطرفين "
            + "卫生合作年度报告卫生合作年度报告卫生合作年度报告卫生合作年度报告 😀😀😀😀😀😀😀😀";

    @Test
    void a_deadline_is_an_all_day_event_on_its_last_day() throws Exception {
        var seed = Seed.told();
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");

        var calendar = parsed(feed(seed));
        var event = only(calendar);

        assertThat(value(calendar, Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(value(calendar, "NAME")).isEqualTo("Pakistan–Palestine Health Working Group");
        assertThat(value(calendar, "X-WR-CALNAME")).isEqualTo("Pakistan–Palestine Health Working Group");
        assertThat(value(event, Property.UID)).isEqualTo(deadline + "@deadlines.mou-tracker");
        assertThat(event.<DtStart<LocalDate>>getProperty(Property.DTSTART)
                        .orElseThrow()
                        .getDate())
                .isEqualTo(LocalDate.parse("2025-10-17"));
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(value(event, Property.CATEGORIES)).isEqualTo("ESTABLISHMENT");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Establish the Pakistan–Palestine Health Working Group");
        assertThat(value(event, Property.ORGANIZER)).startsWith("urn:uuid:");
        assertThat(value(event, Property.URL)).endsWith("/api/v1/deadlines/" + deadline);
        assertThat(value(event, Property.DESCRIPTION))
                .contains("2025-10-18 02:00 in Asia/Karachi (PK)", "2025-10-18 00:00 in Asia/Hebron (PS)")
                .contains("WITHIN P30D: 2025-10-17", "C-01");
        assertThat(calendar.validate().getEntries()).isEmpty();
    }

    @Test
    void titles_in_any_script_arrive_whole_in_lines_of_at_most_75_octets() throws Exception {
        var seed = Seed.told();
        Broker.tell(promise(seed, TITLE, "{}"));
        awaitEvents(seed, 2);

        var octets = feed(seed).asByteArray();

        var lines = new String(octets, UTF_8).split("\r\n", -1);
        assertThat(Arrays.stream(lines)).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(Arrays.stream(lines)).noneMatch(line -> line.contains("\n") || line.contains("\r"));
        assertThat(new String(octets, UTF_8)).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
        assertThat(parsed(octets).<VEvent>getComponents(Component.VEVENT))
                .extracting(event -> value(event, Property.SUMMARY))
                .contains(TITLE);
    }

    @Test
    void the_same_state_gives_the_same_bytes_and_a_change_raises_the_sequence() throws Exception {
        var seed = Seed.told();
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");
        var first = feed(seed);
        var etag = first.header("ETag");

        assertThat(feed(seed).asByteArray()).isEqualTo(first.asByteArray());
        known(seed, etag).then().statusCode(304).header("ETag", etag);
        known(seed, "\"other\", W/" + etag).then().statusCode(304);

        command(deadline, "extension", "{\"to\": \"2025-10-31\", \"reason\": \"exchange of notes\"}");

        var moved = known(seed, etag);
        moved.then().statusCode(200);
        assertThat(moved.header("ETag")).isNotEqualTo(etag);
        assertThat(value(only(parsed(moved)), Property.DTSTART)).isEqualTo("20251031");
        assertThat(value(only(parsed(moved)), Property.SEQUENCE)).isEqualTo("2");
    }

    @Test
    void a_day_that_moves_three_times_is_one_entry_on_the_last_of_them() throws Exception {
        var seed = Seed.told();
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");
        var uid = value(only(parsed(feed(seed))), Property.UID);

        for (var day : new String[] {"2025-10-31", "2025-11-07", "2025-11-14"}) {
            command(deadline, "extension", "{\"to\": \"%s\", \"reason\": \"exchange of notes\"}".formatted(day));
        }

        var event = only(parsed(feed(seed)));
        assertThat(value(event, Property.UID)).isEqualTo(uid);
        assertThat(value(event, Property.DTSTART)).isEqualTo("20251114");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("4");
    }

    @Test
    void what_is_met_stays_and_what_is_waived_is_cancelled() throws Exception {
        var seed = Seed.told();
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");

        command(deadline, "completion", "{\"on\": \"2025-09-17\"}");
        assertThat(value(only(parsed(feed(seed))), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(only(parsed(feed(seed))), Property.SUMMARY)).endsWith("(met)");

        command(deadline, "reopening", "{\"reason\": \"withdrawn\"}");
        command(deadline, "waiver", "{\"reason\": \"not needed\"}");
        assertThat(value(only(parsed(feed(seed))), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(only(parsed(feed(seed))), Property.SEQUENCE)).isEqualTo("4");
    }

    @Test
    void what_leans_on_an_estimate_is_tentative_and_what_has_no_day_is_left_out() throws Exception {
        var seed = Seed.told();
        Broker.tell(promise(seed, "After the feast", """
                        {"anchor": {"on": "2027-02-18"}, "steps": [{"kind": "WITHIN", "period": "P30D"}],
                         "roll": "FOLLOWING", "calendars": {"authorities": ["PK"]}}"""), promise(seed, "Without a day", """
                        {"anchor": {"event": "PUBLICATION"}, "steps": [{"kind": "WITHIN", "period": "P30D"}]}"""));
        await().until(() -> Api.get("/api/v1/deadlines?agreement=" + seed.agreement())
                        .getList("items")
                        .size()
                == 3);

        List<VEvent> events = parsed(feed(seed)).getComponents(Component.VEVENT);

        assertThat(events)
                .extracting(event -> value(event, Property.SUMMARY), event -> value(event, Property.STATUS))
                .containsExactly(
                        tuple("Establish the Pakistan–Palestine Health Working Group", "CONFIRMED"),
                        tuple("After the feast", "TENTATIVE"));
    }

    @Test
    void a_group_that_is_not_there_has_no_calendar_and_it_is_served_as_nothing_else() {
        asRegistrar()
                .get("/api/v1/working-groups/" + UUID.randomUUID() + "/deadlines.ics")
                .then()
                .statusCode(404);
        asRegistrar()
                .accept("application/json")
                .get("/api/v1/working-groups/" + UUID.randomUUID() + "/deadlines.ics")
                .then()
                .statusCode(406);
    }

    private static void awaitEvents(Seed seed, int number) {
        await().until(() -> feed(seed).asString().split("BEGIN:VEVENT", -1).length == number + 1);
    }

    /** A promise of the same agreement; an empty rule stands for a month after the signature. */
    private static Sample promise(Seed seed, String title, String rule) {
        var sample = new Seed(seed.agreement(), UUID.randomUUID())
                .opened()
                .with("kind", "DELIVERABLE")
                .with("body", null)
                .with("title", title);
        return sample.with(
                "rule",
                rule.equals("{}") ? monthAfterSignature() : JsonPath.from(rule).getMap(""));
    }

    private static Map<String, Object> monthAfterSignature() {
        return Map.of(
                "anchor", Map.of("event", "SIGNATURE"), "steps", List.of(Map.of("kind", "WITHIN", "period", "P1M")));
    }

    private static void command(String deadline, String command, String body) {
        sending(body)
                .post("/api/v1/deadlines/" + deadline + "/" + command)
                .then()
                .statusCode(200);
    }

    private static Response feed(Seed seed) {
        var answer = asRegistrar().get(path(seed));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        return answer;
    }

    private static Response known(Seed seed, String etag) {
        return asRegistrar().header("If-None-Match", etag).get(path(seed));
    }

    private static String path(Seed seed) {
        return "/api/v1/working-groups/" + Api.groupOf(seed.agreement()).getString("id") + "/deadlines.ics";
    }

    private static Calendar parsed(Response answer) throws Exception {
        return parsed(answer.asByteArray());
    }

    private static Calendar parsed(byte[] octets) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(octets));
    }

    private static VEvent only(Calendar calendar) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String value(PropertyContainer of, String property) {
        return of.getProperty(property).orElseThrow().getValue();
    }
}
