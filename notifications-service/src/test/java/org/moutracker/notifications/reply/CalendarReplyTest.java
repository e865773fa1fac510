package org.moutracker.notifications.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.reply.CalendarReply.Malformed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarReplyTest {

    private static final String UID = "meeting-01995778-6000-7000-8000-00000000d001@moutracker.local";

    @Test
    void a_reply_of_google_is_read() throws Malformed {
        var reply = read(Replies.google(UID, 2, "ayesha@health.example", "ACCEPTED", "20251027T092900Z"));

        assertThat(reply.uid()).isEqualTo(UID);
        assertThat(reply.sequence()).isEqualTo(2);
        assertThat(reply.stamp()).isEqualTo(Instant.parse("2025-10-27T09:29:00Z"));
        assertThat(reply.attendees()).hasSize(1);
        assertThat(reply.attendees().getFirst().address()).isEqualTo("ayesha@health.example");
        assertThat(reply.attendees().getFirst().answer()).contains(Answer.ACCEPTED);
    }

    @Test
    void a_reply_of_outlook_is_read_and_its_zone_and_alarm_are_not_taken_for_the_event() throws Malformed {
        var reply = read(Replies.outlook(UID, 0, "Zuhair@Health.Example", "DECLINED", "20251027T093000Z"));

        assertThat(reply.uid()).isEqualTo(UID);
        assertThat(reply.sequence()).isZero();
        assertThat(reply.stamp()).isEqualTo(Instant.parse("2025-10-27T09:30:00Z"));
        assertThat(reply.attendees().getFirst().address()).isEqualTo("Zuhair@Health.Example");
        assertThat(reply.attendees().getFirst().answer()).contains(Answer.DECLINED);
    }

    @Test
    void a_reply_of_apple_is_read() throws Malformed {
        var reply = read(Replies.apple(UID, 1, "ayesha@health.example", "TENTATIVE", "20251027T093100Z"));

        assertThat(reply.sequence()).isEqualTo(1);
        assertThat(reply.attendees().getFirst().address()).isEqualTo("ayesha@health.example");
        assertThat(reply.attendees().getFirst().answer()).contains(Answer.TENTATIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ACCEPTED",
        "declined, DECLINED",
        "Tentative, TENTATIVE",
        "DELEGATED,",
        "NEEDS-ACTION,",
        "X-MAYBE,"
    })
    void only_what_a_person_answers_is_an_answer(String partStat, Answer answer) throws Malformed {
        var reply = read(Replies.google(UID, 0, "ayesha@health.example", partStat, "20251027T092900Z"));

        assertThat(reply.attendees().getFirst().answer().orElse(null)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST", "COUNTER", "PUBLISH", "CANCEL"})
    void what_is_no_reply_is_none(String method) throws Malformed {
        var other = Replies.google(UID, 0, "ayesha@health.example", "ACCEPTED", "20251027T092900Z")
                .replace("METHOD:REPLY", "METHOD:" + method);

        assertThat(CalendarReply.read(other, "REPLY"))
                .as("the calendar knows better than its envelope")
                .isEmpty();
    }

    @Test
    void a_method_may_stand_on_the_envelope_alone() throws Malformed {
        var silent = Replies.google(UID, 0, "ayesha@health.example", "ACCEPTED", "20251027T092900Z")
                .replace("METHOD:REPLY\r\n", "");

        assertThat(CalendarReply.read(silent, "REPLY")).isPresent();
        assertThat(CalendarReply.read(silent, "")).isEmpty();
    }

    @Test
    void a_stamp_that_is_not_in_utc_is_none_and_a_sequence_that_is_not_there_is_the_first() throws Malformed {
        var reply = read(Replies.google(UID, 0, "ayesha@health.example", "ACCEPTED", "20251027T092900")
                .replace("SEQUENCE:0\r\n", ""));

        assertThat(reply.stamp()).isNull();
        assertThat(reply.sequence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR",
                "METHOD:REPLY",
                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:99999999999\r\nEND:VEVENT",
                "END:VEVENT\r\nMETHOD:REPLY\r\n;;;:::\r\n\"\"\""
            })
    void what_cannot_be_understood_is_refused(String calendar) {
        assertThatThrownBy(() -> CalendarReply.read(calendar, "")).isInstanceOf(Malformed.class);
    }

    @Test
    void an_address_is_read_as_it_was_before_it_was_escaped() throws Malformed {
        var reply = read(Replies.google(UID, 0, "odd%25%7Cname+x@health.example", "ACCEPTED", "20251027T092900Z"));

        assertThat(reply.attendees().getFirst().address()).isEqualTo("odd%|name+x@health.example");
    }

    @Test
    void a_quoted_name_may_hold_anything() throws Malformed {
        var reply = read(Replies.google(UID, 0, "ayesha@health.example", "ACCEPTED", "20251027T092900Z")
                .replace("CN=ayesha@health.example", "CN=\"Khan: Ayesha; Dr., \""));

        assertThat(reply.attendees().getFirst().address()).isEqualTo("ayesha@health.example");
        assertThat(reply.attendees().getFirst().answer()).contains(Answer.ACCEPTED);
    }

    private static CalendarReply read(String calendar) throws Malformed {
        return CalendarReply.read(calendar, "").orElseThrow();
    }
}
