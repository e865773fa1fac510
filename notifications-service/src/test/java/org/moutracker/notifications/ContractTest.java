package org.moutracker.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.calendar.Calendar;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.recipient.Person;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"opened", "armed", "rescheduled", "changed", "passed", "met", "waived", "reopened"})
    void every_event_about_a_deadline_is_understood(String event) throws JsonProcessingException {
        var deadline = Samples.read("deadline." + event, Deadline.class);

        assertThat(deadline.lastDay()).isAfterOrEqualTo(LocalDate.parse("2025-10-17"));
        assertThat(deadline.dueAt()).isAfterOrEqualTo(Instant.parse("2025-10-17T21:00:00Z"));
        assertThat(deadline.explanation()).isNotEmpty();
        assertThat(deadline.responsible())
                .extracting(Deadline.Responsible::party)
                .containsExactly("PK", "PS");
        assertThat(deadline.due() != null).isEqualTo(!event.equals("met") && !event.equals("waived"));
    }

    @Test
    void why_a_deadline_has_moved_is_understood() throws JsonProcessingException {
        assertThat(Samples.read("deadline.rescheduled", Deadline.class).movedBecause())
                .isEqualTo("extended: both sides agreed by exchange of notes");
        assertThat(Samples.read("deadline.changed", Deadline.class).movedBecause())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signed", "entered-into-force", "changed", "legal-event-recorded"})
    void every_event_about_an_agreement_is_understood(String event) throws JsonProcessingException {
        var agreement = Samples.read("agreement." + event, Agreement.class);

        assertThat(agreement.titleIn("en")).isEqualTo("Memorandum of Understanding on health cooperation");
        assertThat(agreement.party("PS").orElseThrow().calendar()).contains("PS");
        assertThat(agreement.firstOf("PK").orElseThrow().zone()).isPresent();
    }

    @Test
    void a_person_is_understood() throws JsonProcessingException {
        var person = Samples.read("person.changed", Person.class);

        assertThat(person.mailbox()).contains("ayesha.khan@health.example");
        assertThat(person.clock()).isPresent();
        assertThat(person).hasToString("Person[01995778-6000-7000-8000-00000000f001]");
    }

    @Test
    void a_calendar_is_understood() throws JsonProcessingException {
        var calendar = Samples.read("calendar.published", Calendar.class);

        assertThat(calendar.weekend()).containsExactly(5, 6);
        assertThat(calendar.closed())
                .extracting(Calendar.ClosedDay::date)
                .containsExactly(LocalDate.parse("2025-11-15"));
    }
}
