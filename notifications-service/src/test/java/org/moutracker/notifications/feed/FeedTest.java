package org.moutracker.notifications.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import jakarta.enterprise.inject.spi.CDI;
import java.io.StringReader;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.invitation.MeetingStory;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class FeedTest {

    private static final String NEVER_MADE = "/calendar-feeds/" + "A".repeat(43) + ".ics";

    @Test
    void a_member_sees_the_open_deadlines_of_his_groups_as_days_with_alarms() {
        var story = Story.begin().withEverybody();

        var calendar = read(personal(story, "f001"));

        assertThat(calendar.getComponents()).hasSize(1);
        var event = event(calendar);
        assertThat(event.getUid().orElseThrow().getValue())
                .isEqualTo("deadline-%s@moutracker.local".formatted(story.id("d001")));
        assertThat(event.toString())
                .contains("DTSTART;VALUE=DATE:20251017\r\n")
                .contains("TRANSP:TRANSPARENT\r\n")
                .contains("SEQUENCE:2\r\n")
                .contains("TRIGGER:-P6DT15H\r\n", "TRIGGER:-PT15H\r\n");
        assertThat(requireNonNull(event.getSummary()).getValue())
                .isEqualTo("Last day: Establish the Pakistan–Palestine Health Working Group"
                        + " – Pakistan–Palestine Health Working Group");
        assertThat(requireNonNull(event.getDescription()).getValue())
                .contains("PS: Friday, 17 October 2025, 24:00 (UTC+03:00)")
                .contains("PK: Saturday, 18 October 2025, 02:00 (UTC+05:00)");
    }

    @Test
    void a_move_is_there_with_the_next_reading_and_what_is_done_is_gone() {
        var story = Story.begin().withEverybody();
        var path = personal(story, "f001");
        var tag = anonymous().get(path).then().statusCode(200).extract().header("ETag");

        anonymous()
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        story.tell("deadline.rescheduled");

        var moved = anonymous().header("If-None-Match", tag).get(path);
        moved.then().statusCode(200).header("ETag", not(equalTo(tag)));
        assertThat(event(calendar(moved.asString())).toString())
                .contains("DTSTART;VALUE=DATE:20251031\r\n")
                .contains("SEQUENCE:4\r\n")
                .contains("UID:deadline-%s@moutracker.local\r\n".formatted(story.id("d001")));

        story.tell("deadline.met");
        assertThat(read(path).getComponents()).isEmpty();
    }

    @Test
    void who_lives_where_it_ends_a_day_earlier_has_it_on_that_day() {
        var story = Story.begin().withEverybody();
        story.tell("person.changed", person -> person.put("zone", "Pacific/Kiritimati"));
        assertThat(event(read(personal(story, "f001"))).toString()).contains("DTSTART;VALUE=DATE:20251017\r\n");

        story.tell("person.changed", person -> person.put("zone", "Pacific/Pago_Pago"));
        story.tell("deadline.rescheduled", deadline -> deadline.put("dueAt", "2025-10-31T10:00:00Z"));

        assertThat(event(read(personal(story, "f001"))).toString()).contains("DTSTART;VALUE=DATE:20251030\r\n");
    }

    @Test
    void what_is_internal_to_a_side_stands_in_the_calendars_of_its_people_alone() {
        var story = Story.begin().withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });

        assertThat(read(personal(story, "f001")).getComponents()).hasSize(1);
        assertThat(read(personal(story, "f002")).getComponents()).isEmpty();
        assertThat(read(ofGroup(story)).getComponents()).isEmpty();
    }

    @Test
    void a_group_has_one_too() {
        var story = Story.begin().withEverybody();

        var calendar = read(ofGroup(story));

        assertThat(event(calendar).toString()).contains("DTSTART;VALUE=DATE:20251017\r\n");
        assertThat(calendar.toString()).contains("\r\nNAME:MoU Tracker\r\n", "\r\nX-WR-CALNAME:MoU Tracker\r\n");
    }

    @Test
    void a_member_reads_it_in_his_language_and_a_group_in_english() {
        var story = Story.begin().withEverybody();
        story.tell("person.changed", person -> person.put("language", "ar"));

        assertThat(requireNonNull(event(read(personal(story, "f001"))).getSummary())
                        .getValue())
                .startsWith("اليوم الأخير: ");
        assertThat(requireNonNull(event(read(ofGroup(story))).getSummary()).getValue())
                .startsWith("Last day: ");
    }

    @Test
    void words_that_look_like_a_calendar_stay_words() {
        var story = Story.begin().withTheGroup();
        story.tell(
                "deadline.opened",
                deadline ->
                        deadline.put("title", "Open\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://evil.example;,\\"));

        var calendar = read(personal(story, "f001"));

        assertThat(calendar.getComponents()).hasSize(1);
        assertThat(requireNonNull(event(calendar).getSummary()).getValue())
                .startsWith("Last day: Open END:VEVENT BEGIN:VEVENT ATTACH:https://evil.example;,\\");
    }

    @Test
    void an_address_that_was_ended_opens_nothing_as_one_that_was_never_told() {
        var story = Story.begin().withEverybody();
        var made = make("person", story.id("f001"));
        var other = personal(story, "f001");
        var id = made.<String>path("id");
        var path = path(made.path("url"));
        anonymous().get(path).then().statusCode(200);

        asRegistrar().delete("/api/v1/calendar-feeds/" + id).then().statusCode(204);
        var endedAt = asRegistrar().get("/api/v1/calendar-feeds/" + id).<String>path("endedAt");
        story.at("2025-09-20T07:00:00Z");
        asRegistrar().delete("/api/v1/calendar-feeds/" + id).then().statusCode(204);

        anonymous().get(path).then().statusCode(404);
        anonymous().get(NEVER_MADE).then().statusCode(404);
        anonymous().get(path.replace(".ics", "A.ics")).then().statusCode(404);
        anonymous().get(other).then().statusCode(200);
        asRegistrar()
                .get("/api/v1/calendar-feeds/" + id)
                .then()
                .statusCode(200)
                .body("endedAt", equalTo(endedAt))
                .body("endedBy", notNullValue())
                .body("url", nullValue());
        asRegistrar()
                .delete("/api/v1/calendar-feeds/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void who_was_erased_has_no_calendar_any_more() {
        var story = Story.begin().withEverybody();
        var path = personal(story, "f001");

        story.erase("f001");

        anonymous().get(path).then().statusCode(404);
    }

    @Test
    void lists_say_whose_they_are_and_never_where() {
        var story = Story.begin().withEverybody();
        var first = make("person", story.id("f001")).<String>path("id");
        var second = make("person", story.id("f001")).<String>path("id");
        make("workingGroup", story.id("e001"));

        var page = asRegistrar().get("/api/v1/calendar-feeds?limit=1&person=" + story.id("f001"));
        page.then().statusCode(200).body("items.id", contains(second)).body("items[0].url", nullValue());
        asRegistrar()
                .queryParam("cursor", page.<String>path("next"))
                .get("/api/v1/calendar-feeds?limit=1&person=" + story.id("f001"))
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .body("next", nullValue());
        asRegistrar()
                .get("/api/v1/calendar-feeds?workingGroup=" + story.id("e001"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].person", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"person\": \"%1$s\", \"workingGroup\": \"%1$s\"}", "{\"person\": \"%1$s\"}"})
    void whose_it_shall_be_must_be_clear_and_known(String form) {
        asRegistrar()
                .contentType("application/json")
                .body(form.formatted(UUID.randomUUID()))
                .post("/api/v1/calendar-feeds")
                .then()
                .statusCode(400)
                .body("violations.field", contains("person"));
    }

    @Test
    void a_meeting_stands_there_under_the_name_of_its_invitation_for_whom_it_is_and_goes_when_it_is_off() {
        var meeting = MeetingStory.begin().convened();
        var story = meeting.story;
        var personal = personal(story, "f001");
        var invited = MeetingStory.calendar(meeting.last("ayesha")).getEvents().getFirst();

        for (var path : new String[] {personal, ofGroup(story)}) {
            var event = event(read(path));
            assertThat(event.getUid().orElseThrow().getValue())
                    .isEqualTo(invited.getUid().getValue());
            assertThat(event.toString())
                    .contains("DTSTART:20251110T050000Z\r\n", "DTEND:20251110T090000Z\r\n")
                    .contains("LOCATION:Islamabad\r\n", "TRANSP:OPAQUE\r\n")
                    .contains("TRIGGER:-P1D\r\n", "TRIGGER:-PT15M\r\n");
        }
        meeting.moved();
        assertThat(event(read(personal)).toString()).doesNotContain("DTSTART:20251110T050000Z\r\n");

        meeting.cancelled();
        assertThat(read(personal).getComponents()).isEmpty();
        assertThat(read(ofGroup(story)).getComponents()).isEmpty();
    }

    @Test
    void who_is_not_invited_does_not_see_the_meeting() {
        var meeting = MeetingStory.begin();
        meeting.tell("convened", data -> {
            data.put("status", "CONVENED");
            data.withArray("invitees").remove(1);
        });

        assertThat(read(personal(meeting.story, "f001")).getComponents()).hasSize(1);
        assertThat(read(personal(meeting.story, "f002")).getComponents()).isEmpty();
    }

    @Test
    void of_very_many_the_nearest_thousand_stand_there() {
        var story = Story.begin().withEverybody();
        var sql = CDI.current().select(Sql.class).get();
        var ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(1_005).toList();
        sql.update("""
                INSERT INTO deadline (id, agreement_id, working_group_id, status, state)
                SELECT copy.id::uuid, agreement_id, working_group_id, status, state || jsonb_build_object(
                    'id', copy.id, 'lastDay', date '2025-11-01' + copy.place::integer)
                FROM deadline, unnest(?) WITH ORDINALITY AS copy (id, place) WHERE deadline.id = ?::uuid
                """, Column.texts(ids), story.id("d001"));
        sql.update("""
                INSERT INTO plan (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up)
                SELECT copy::uuid, plan_no, schedule_no, false, steps, began_at, catches_up
                FROM plan, unnest(?) AS copy WHERE deadline_id = ?::uuid
                """, Column.texts(ids), story.id("d001"));

        var days = read(ofGroup(story)).getComponents().stream()
                .map(event -> event.getProperty("DTSTART").orElseThrow().getValue())
                .toList();
        assertThat(days).hasSize(1_000).isSorted().startsWith("20251017").endsWith("20280727");
    }

    @Test
    void nobody_makes_more_than_can_be_looked_after() {
        var story = Story.begin().withEverybody();
        for (var i = 0; i < 20; i++) {
            make("workingGroup", story.id("e001"));
        }

        asRegistrar()
                .contentType("application/json")
                .body("{\"workingGroup\": \"%s\"}".formatted(story.id("e001")))
                .post("/api/v1/calendar-feeds")
                .then()
                .statusCode(409);
    }

    private static io.restassured.response.Response make(String whose, String id) {
        var made = asRegistrar()
                .contentType("application/json")
                .body("{\"%s\": \"%s\"}".formatted(whose, id))
                .post("/api/v1/calendar-feeds");
        made.then().statusCode(201).header("Cache-Control", equalTo("no-store"));
        return made;
    }

    private static String personal(Story story, String end) {
        return path(make("person", story.id(end)).path("url"));
    }

    private static String ofGroup(Story story) {
        return path(make("workingGroup", story.id("e001")).path("url"));
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private static Calendar read(String path) {
        var answer = anonymous().get(path);
        answer.then().statusCode(200).contentType("text/calendar;charset=UTF-8");
        return calendar(answer.asString());
    }

    private static Calendar calendar(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents().getFirst();
    }
}
