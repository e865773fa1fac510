package org.moutracker.notifications.preference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Preferring;
import org.moutracker.notifications.Story;

@NotificationsTest
class PreferenceApiTest {

    private static final String WISHES = """
            {"quietHours": {"from": "21:00", "to": "07:00", "days": ["FRIDAY"]},
             "digest": {"rhythm": "DAILY", "at": "08:00", "weekday": null},
             "mails": {"reminder": true, "forInformation": false, "digest": true}}""";

    @Test
    void who_has_said_nothing_is_written_to_at_any_time_and_it_says_by_whose_clock() {
        var story = Story.begin().withTheGroup();

        Preferring.shown(story, "f001")
                .header("ETag", equalTo("\"0\""))
                .body("quietHours", nullValue())
                .body("digest.rhythm", equalTo("NONE"))
                .body("nextDigestAt", nullValue())
                .body("mails.reminder", equalTo(true))
                .body("mails.overdue", equalTo(true))
                .body("effective.zone", equalTo("Asia/Karachi"))
                .body("effective.channels", contains("MAIL", "IN_APP"));
        Preferring.shown(story, "f002").body("effective.language", equalTo("en"));
    }

    @Test
    void what_somebody_says_is_kept_as_a_whole_with_who_said_it() {
        var story = Story.begin().withTheGroup();

        Preferring.put(story, "f001", WISHES)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("quietHours.from", equalTo("21:00"))
                .body("quietHours.days", contains("FRIDAY"))
                .body("digest.at", equalTo("08:00"))
                // 2025-09-17 at noon in Karachi.
                .body("nextDigestAt", equalTo("2025-09-18T03:00:00Z"))
                .body("mails.forInformation", equalTo(false))
                .body("mails.lastDay", equalTo(true));
        Preferring.put(story, "f001", WISHES).statusCode(200).header("ETag", equalTo("\"1\""));
        Preferring.put(story, "f001", Preferring.nothing())
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("quietHours", nullValue())
                .body("nextDigestAt", nullValue());

        asRegistrar()
                .get("/api/v1/recipients/{id}/preferences/history", story.id("f001"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.version", contains(2, 1))
                .body("items.how", contains("API", "API"))
                .body("items.by", contains("local-registrar", "local-registrar"))
                .body("items[1].quietHours.to", equalTo("07:00"));
        var first = asRegistrar().get("/api/v1/recipients/{id}/preferences/history?limit=1", story.id("f001"));
        asRegistrar()
                .queryParam("cursor", first.<String>path("next"))
                .get("/api/v1/recipients/{id}/preferences/history", story.id("f001"))
                .then()
                .body("items.version", contains(1))
                .body("next", nullValue());
    }

    @Test
    void a_change_that_is_based_on_nothing_or_on_something_else_is_refused() {
        var story = Story.begin().withTheGroup();

        asRegistrar()
                .contentType("application/json")
                .body(WISHES)
                .put("/api/v1/recipients/{id}/preferences", story.id("f001"))
                .then()
                .statusCode(428);
        Preferring.put(story, "f001", WISHES).statusCode(200);
        asRegistrar()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(WISHES)
                .put("/api/v1/recipients/{id}/preferences", story.id("f001"))
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"digest\": true|\"digest\": true, \"lastReminder\": false|mails.lastReminder|nobody can do without",
                "\"digest\": true|\"digest\": true, \"lastDay\": false|mails.lastDay|nobody can do without",
                "\"digest\": true|\"digest\": true, \"overdue\": false|mails.overdue|nobody can do without",
                "\"digest\": true|\"digest\": true, \"escalation\": false|mails.escalation|nobody can do without",
                "\"digest\": true|\"digest\": true, \"move\": false|mails.move|nobody can do without",
                "07:00|21:00|quietHours.to|another time",
                "[\"FRIDAY\"]|[\"MONDAY\", \"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\"]|quietHours.days|too late",
                "08:00|06:00|digest.at|quiet hours",
                "\"08:00\"|null|digest.at|must be there",
                "\"weekday\": null|\"weekday\": \"MONDAY\"|digest.weekday|unless it is weekly",
                "\"DAILY\"|\"WEEKLY\"|digest.weekday|must be there",
                "\"rhythm\": \"DAILY\", \"at\": \"08:00\", \"weekday\": null|\"rhythm\": \"WEEKLY\", \"at\": \"08:00\", \"weekday\": \"FRIDAY\"|digest.weekday|quiet days",
                "\"from\": \"21:00\", |\"from\": null, |quietHours.from|when the other one is",
                "21:00|9 pm|quietHours.from|such as 21:00",
                "\"reminder\": true, | |mails.reminder|null"
            })
    void what_cannot_be_meant_or_would_switch_off_what_is_mandatory_is_refused_with_its_field(
            String said, String instead, String field, String because) {
        var story = Story.begin().withTheGroup();
        var wishes = WISHES.replace(said, instead == null ? "" : instead);

        Preferring.put(story, "f001", wishes)
                .statusCode(400)
                .body("violations.field", hasItem(containsString(field)))
                .body("violations.message", hasItem(containsString(because)));
        Preferring.shown(story, "f001").header("ETag", equalTo("\"0\""));
    }

    @Test
    void nobody_has_preferences_who_is_not_known_or_was_erased() {
        asRegistrar()
                .get("/api/v1/recipients/{id}/preferences", UUID.randomUUID())
                .then()
                .statusCode(404);
        var story = Story.begin().withTheGroup();
        Preferring.put(story, "f001", WISHES).statusCode(200);

        story.erase("f001");

        asRegistrar()
                .get("/api/v1/recipients/{id}/preferences", story.id("f001"))
                .then()
                .statusCode(404);
        asRegistrar()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(WISHES)
                .put("/api/v1/recipients/{id}/preferences", story.id("f001"))
                .then()
                .statusCode(404);
    }
}
