package org.moutracker.workinggroups.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.asRegistrar;

import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class CalendarResourceTest {

    @Inject
    StartingCalendars starting;

    @Test
    void calendars_are_listed_with_weekend_and_revision() {
        var list = Api.get("/api/v1/calendars");

        assertThat(list.getList("items.authority", String.class))
                .contains("BE", "CN", "PK", "PK6", "PS", "SA", "US")
                .isSorted();
        assertThat(list.getList("items.find { it.authority == 'PS' }.weekend", Integer.class))
                .isEqualTo(List.of(5, 6));
        assertThat(list.getString("items.find { it.authority == 'PS' }.confirmedUntil"))
                .isEqualTo("2026-12-31");
    }

    @Test
    void a_calendar_is_read_by_years() {
        var year = Api.get("/api/v1/calendars/CN?fromYear=2026&toYear=2026");

        assertThat(year.getList("workingDays.date", String.class))
                .contains("2026-02-14")
                .allMatch(day -> day.startsWith("2026"));
        assertThat(year.getList("closed.date", String.class))
                .contains("2026-02-16")
                .allMatch(day -> day.startsWith("2026"));
        assertThat(Api.get("/api/v1/calendars/PK?fromYear=2027&toYear=2027")
                        .getList("closed.findAll { it.estimated }.name", String.class))
                .isNotEmpty();
    }

    @Test
    void an_unknown_authority_is_not_found_and_an_impossible_range_is_refused() {
        asRegistrar().get("/api/v1/calendars/XX").then().statusCode(404);
        asRegistrar()
                .get("/api/v1/calendars/PK?fromYear=2027&toYear=2026")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("toYear"));
    }

    @Test
    void every_calendar_is_told_once_however_often_the_service_starts() {
        starting.load(new StartupEvent());

        await().untilAsserted(
                        () -> assertThat(Broker.told("mou.calendars.v1", "PS")).hasSize(1));
        var told = Broker.told("mou.calendars.v1", "PS").getFirst();
        assertThat(told.type()).isEqualTo("mou.calendar.published.v1");
        assertThat(told.subject()).isEqualTo("calendars/PS");
        assertThat(told.data().get("closed").size()).isEqualTo(141);
    }
}
