package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.WorkingCalendar;

/** What an alert says is enough to find its day anew, for somebody who believes nobody. */
@NotificationsTest
class ReasonChainTest {

    private static final Calendars PUBLISHED = Calendars.of(List.of(
            WorkingCalendar.parse(Map.of("authority", "PK", "weekend", List.of(6, 7))),
            WorkingCalendar.parse(Map.of(
                    "authority",
                    "PS",
                    "weekend",
                    List.of(DayOfWeek.FRIDAY.getValue(), DayOfWeek.SATURDAY.getValue()),
                    "closed",
                    List.of(Map.of("date", "2025-11-15", "name", "Independence Day"))))));

    @Test
    void its_event_its_rule_and_the_calendars_give_the_day_that_it_names() {
        assertRecomputed(alert(Story.begin().withEverybody().at("2025-10-03T04:00:00Z")), "2025-10-17");
    }

    /** As the owner of deadlines explains other rules; the day is what the rule gives, not what the event said. */
    @ParameterizedTest
    @CsvSource({
        "'{\"kind\": \"WITHIN\", \"period\": \"P30D\"}', FOLLOWING, 2025-10-20, 2025-10-20T21:00:00Z",
        "'{\"kind\": \"WORKING_DAYS\", \"days\": 20}', NONE, 2025-10-22, 2025-10-22T21:00:00Z"
    })
    void so_do_those_of_other_rules(String step, String roll, String lastDay, String dueAt) throws IOException {
        var steps = new ObjectMapper().readTree("[" + step + "]");
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.withObject("rule").put("roll", roll).set("steps", steps);
            deadline.put("lastDay", lastDay).put("dueAt", dueAt);
        });
        story.at("2025-10-09T04:00:00Z");

        assertRecomputed(alert(story), lastDay);
    }

    private static JsonPath alert(Story story) {
        return asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}", story.id("d001"), story.id("f001"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    private static void assertRecomputed(JsonPath alert, String lastDay) {
        var rule = Rule.parse(alert.getMap("rule"));
        var event = alert.<List<Map<String, String>>>get("reason").stream()
                .filter(link -> "EVENT".equals(link.get("link")))
                .findFirst()
                .orElseThrow();
        var named = alert.<List<Map<String, String>>>get("reason").getLast();

        var answer = rule.evaluate(
                Facts.parse(Map.of(String.valueOf(event.get("what")), String.valueOf(event.get("result"))), Map.of()),
                PUBLISHED);

        assertThat(answer.lastDay()).isEqualTo(LocalDate.parse(lastDay));
        assertThat(named.get("result")).isEqualTo(lastDay);
        assertThat(named.get("because")).isEqualTo("it ends at " + answer.dueAt());
    }
}
