package org.moutracker.workinggroups.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.nominate;
import static org.moutracker.workinggroups.Api.sending;

import java.io.ByteArrayInputStream;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class MeetingFeedTest {

    @Test
    void a_meeting_is_tentative_then_confirmed_then_gone_and_each_change_raises_its_sequence() throws Exception {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        nominate(group, "PK", "CO_CHAIR");
        nominate(group, "PS", "CO_CHAIR");
        var meeting = sending("""
                {"host": "PK", "startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "place": "Islamabad",
                 "online": "https://meet.health.example/1"}""")
                .post("/api/v1/working-groups/" + group + "/meetings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        var planned = only(group);
        assertThat(value(planned, Property.UID)).isEqualTo(meeting + "@meetings.mou-tracker");
        assertThat(value(planned, Property.DTSTART)).isEqualTo("20251110T050000Z");
        assertThat(value(planned, Property.DTEND)).isEqualTo("20251110T090000Z");
        assertThat(value(planned, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(planned, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(planned, Property.SUMMARY)).isEqualTo("First meeting");
        assertThat(value(planned, Property.LOCATION)).isEqualTo("Islamabad");
        assertThat(value(planned, Property.TRANSP)).isEqualTo("OPAQUE");
        assertThat(value(planned, Property.URL)).endsWith("/api/v1/meetings/" + meeting);
        assertThat(value(planned, Property.DESCRIPTION))
                .contains("2025-11-10 10:00 to 2025-11-10 14:00 in Asia/Karachi (PK)")
                .contains("2025-11-10 07:00 to 2025-11-10 11:00 in Asia/Hebron (PS)")
                .contains("Online: https://meet.health.example/1");

        command(meeting, "convocation", "{}");
        assertThat(value(only(group), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(only(group), Property.SEQUENCE)).isEqualTo("2");
        command(meeting, "rescheduling", "{\"startsAt\": \"2025-11-11T10:00\"}");
        assertThat(value(only(group), Property.DTSTART)).isEqualTo("20251111T050000Z");
        assertThat(value(only(group), Property.SEQUENCE)).isEqualTo("3");

        command(meeting, "postponement", "{\"reason\": \"no visas\"}");
        assertThat(meetings(group)).isEmpty();
        command(meeting, "rescheduling", "{\"startsAt\": \"2025-12-08T10:00\", \"endsAt\": \"2025-12-08T14:00\"}");
        command(meeting, "cancellation", "{\"reason\": \"no visas\"}");
        var cancelled = only(group);
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.SUMMARY)).isEqualTo("First meeting (cancelled)");
        assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("6");
    }

    private static VEvent only(String group) throws Exception {
        assertThat(meetings(group)).hasSize(1);
        return meetings(group).getFirst();
    }

    private static List<VEvent> meetings(String group) throws Exception {
        var octets = asRegistrar()
                .get("/api/v1/working-groups/" + group + "/deadlines.ics")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(octets));
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, Property.CATEGORIES).equals("MEETING"))
                .filter(event -> value(event, Property.UID).endsWith("@meetings.mou-tracker"))
                .toList();
    }

    private static void command(String meeting, String command, String body) {
        sending(body).post("/api/v1/meetings/" + meeting + "/" + command).then().statusCode(200);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
