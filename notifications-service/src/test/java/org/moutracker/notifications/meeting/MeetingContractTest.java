package org.moutracker.notifications.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingContractTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planned",
                "convened",
                "changed",
                "postponed",
                "cancelled",
                "voided",
                "held",
                "minutes-circulated",
                "minutes-agreed",
                "minutes-disputed",
                "answered"
            })
    void every_event_about_a_meeting_is_understood(String event) throws JsonProcessingException {
        var meeting = Samples.read("meeting." + event, Meeting.class);

        assertThat(meeting.title()).isNotBlank();
        assertThat(meeting.workingGroupId()).isNotNull();
        assertThat(meeting.invitees())
                .allSatisfy(invitee -> assertThat(invitee.personId()).isNotNull());
        if (event.equals("convened")) {
            assertThat(meeting.status()).isEqualTo(MeetingStatus.CONVENED);
            assertThat(meeting.startsAt()).isNotNull();
            assertThat(meeting.invitees()).isNotEmpty();
        }
        if (event.equals("minutes-circulated")) {
            assertThat(meeting.minutes()).isNotNull();
        }
    }

    @Test
    void what_a_meeting_leaves_out_is_empty() throws JsonProcessingException {
        var meeting = Samples.JSON.readValue("""
                {"id": "01995778-6000-7000-8000-00000000d001", "workingGroupId": "01995778-5a80-7000-8000-00000000e001",
                 "title": "First meeting", "status": "POSTPONED", "sequence": 2, "host": "PK", "version": 4}
                """, Meeting.class);

        assertThat(meeting.startsAt()).isNull();
        assertThat(meeting.agenda()).isEmpty();
        assertThat(meeting.invitees()).isEmpty();
        assertThat(meeting.minutes()).isNull();
    }
}
