package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedRulesTest {

    private static final String SIGNATURE = "{'event': 'SIGNATURE'}";

    @ParameterizedTest(name = "{0} is refused in {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                {'kind': 'WITHIN'}                                  | steps[0].period | is required
                {'kind': 'WITHIN', 'period': 30}                    | steps[0].period | must be a text
                {'kind': 'WITHIN', 'period': 'P1M3.5D'}             | steps[0].period | must be a period of whole years, months, weeks and days such as P30D or P1Y6M
                {'kind': 'WITHIN', 'period': 'p30d'}                | steps[0].period | must be a period of whole years, months, weeks and days such as P30D or P1Y6M
                {'kind': 'WITHIN', 'period': 'P'}                   | steps[0].period | must be a period of whole years, months, weeks and days such as P30D or P1Y6M
                {'kind': 'WITHIN', 'period': 'PT24H'}               | steps[0].period | must be a period of whole years, months, weeks and days such as P30D or P1Y6M
                {'kind': 'WITHIN', 'period': 'P-30D'}               | steps[0].period | must not be negative: the direction is the step's own
                {'kind': 'AT_LEAST_BEFORE', 'period': '-P6M'}       | steps[0].period | must not be negative: the direction is the step's own
                {'kind': 'WITHIN', 'period': 'P1001Y'}              | steps[0].period | must not be longer than 1000 years
                {'kind': 'WITHIN', 'period': 'P999999999D'}         | steps[0].period | must not be longer than 1000 years
                {'kind': 'WITHIN', 'period': 'P999999999W'}         | steps[0].period | must not be longer than 1000 years
                {'kind': 'TERM', 'period': 'P0D'}                   | steps[0].period | must be longer than zero
                {'kind': 'WITHIN', 'period': 'P1D', 'days': 1}      | steps[0].days   | is not a known field
                {'kind': 'WITHIN', 'period': 'P1D', 'hourExcluded': true} | steps[0].hourExcluded | is not a known field
                {'kind': 'UNTIL', 'period': 'P1D'}                  | steps[0].kind   | must be one of WITHIN, ON_DAY, AT_LEAST_BEFORE, CLEAR_DAYS_BEFORE, WORKING_DAYS, FIRST_OF_MONTH, END_OF_MONTH, END_OF_YEAR, END_OF_FISCAL_YEAR, TERM, RENEWED, OCCURRENCE, SAME_DAY, ELAPSED, VAGUE
                {'period': 'P1D'}                                   | steps[0].kind   | is required
                'P30D'                                              | steps[0]        | must be an object
                null                                                | steps[0]        | must not be null
                {'kind': 'CLEAR_DAYS_BEFORE', 'days': -1}           | steps[0].days   | must be between 0 and 366000
                {'kind': 'CLEAR_DAYS_BEFORE', 'days': 1.5}          | steps[0].days   | must be a whole number
                {'kind': 'CLEAR_DAYS_BEFORE', 'days': '14'}         | steps[0].days   | must be a whole number
                {'kind': 'CLEAR_DAYS_BEFORE', 'days': 99999999999}  | steps[0].days   | must be a whole number
                {'kind': 'WORKING_DAYS', 'days': 0}                 | steps[0].days   | must not be 0: say SAME_DAY and how it rolls
                {'kind': 'WORKING_DAYS', 'days': 40000}             | steps[0].days   | must be between -36600 and 36600
                {'kind': 'FIRST_OF_MONTH', 'n': -1}                 | steps[0].n      | must be between 0 and 12000
                {'kind': 'END_OF_MONTH', 'n': 12001}                | steps[0].n      | must be between 0 and 12000
                {'kind': 'END_OF_YEAR', 'n': 1001}                  | steps[0].n      | must be between 0 and 1000
                {'kind': 'END_OF_FISCAL_YEAR', 'lastMonth': 13}     | steps[0].lastMonth | must be between 1 and 12
                {'kind': 'RENEWED', 'period': 'P1Y', 'times': -1}   | steps[0].times  | must be between 0 and 100000
                {'kind': 'OCCURRENCE', 'every': 'P0M', 'k': 1}      | steps[0].every  | must be longer than zero
                {'kind': 'ELAPSED', 'duration': 'PT0S'}             | steps[0].duration | must be longer than zero: the direction is the step's own
                {'kind': 'ELAPSED', 'duration': 'PT-24H'}           | steps[0].duration | must not be negative: hours run forward
                {'kind': 'ELAPSED', 'duration': 'P1D'}              | steps[0].duration | must be hours, minutes and seconds such as PT24H; days belong in WITHIN
                {'kind': 'ELAPSED', 'duration': 'PT999999999H'}     | steps[0].duration | must not be longer than 1000 years
                {'kind': 'ELAPSED', 'duration': 'PT1H', 'hourExcluded': 'yes'} | steps[0].hourExcluded | must be true or false
                {'kind': 'VAGUE', 'words': ' '}                     | steps[0].words  | must not be blank
                """)
    void a_step_that_cannot_be_counted(String step, String field, String message) {
        assertRefused("{'anchor': " + SIGNATURE + ", 'steps': [" + step + "]}", field, message);
    }

    @ParameterizedTest(name = "{0} is refused in {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                {}                                     | anchor             | must have exactly one of event, on, allOf, anyOf, deadline
                {'event': 'EXPIRY', 'on': '2026-03-31'} | anchor            | must have exactly one of event, on, allOf, anyOf, deadline
                {'event': 'BIRTHDAY'}                  | anchor.event       | must be one of STATEMENT_MADE, SIGNATURE, NOTIFICATION_SENT, NOTIFICATION_RECEIVED, LAST_NOTIFICATION, RATIFICATION_EXCHANGED, QUORUM_REACHED, ENTRY_INTO_FORCE, GROUP_ESTABLISHED, PREVIOUS_MEETING, OPERATION_STARTED, PUBLICATION, EXPIRY
                {'on': '2026-02-30'}                   | anchor.on          | '2026-02-30' does not exist in the calendar
                {'on': '2026-03'}                      | anchor.on          | must be a full date such as 2026-03-31
                {'on': '0000-01-01'}                   | anchor.on          | leads beyond the years 1 to 9999
                {'allOf': []}                          | anchor.allOf       | must not be empty
                {'allOf': 'EXPIRY'}                    | anchor.allOf       | must be a list
                {'anyOf': [{'event': 'X'}]}            | anchor.anyOf[0].event | must be one of STATEMENT_MADE, SIGNATURE, NOTIFICATION_SENT, NOTIFICATION_RECEIVED, LAST_NOTIFICATION, RATIFICATION_EXCHANGED, QUORUM_REACHED, ENTRY_INTO_FORCE, GROUP_ESTABLISHED, PREVIOUS_MEETING, OPERATION_STARTED, PUBLICATION, EXPIRY
                {'deadline': '01J'}                    | anchor.when        | is required
                {'deadline': '01J', 'when': 'LATE'}    | anchor.when        | must be one of DUE, MET
                {'event': 'EXPIRY', 'when': 'DUE'}     | anchor.when        | is not a known field
                {'anyOf': [{'anyOf': [{'anyOf': [{'anyOf': [{'anyOf': [{'anyOf': [{'anyOf': [{'anyOf': [{'event': 'EXPIRY'}]}]}]}]}]}]}]}]} | anchor.anyOf[0].anyOf[0].anyOf[0].anyOf[0].anyOf[0].anyOf[0].anyOf[0].anyOf[0] | must not be nested deeper than 8 levels
                """)
    void an_anchor_that_names_no_day(String anchor, String field, String message) {
        assertRefused("{'anchor': " + anchor + ", 'steps': []}", field, message);
    }

    @ParameterizedTest(name = "{0} is refused in {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                'startDay': 'FIRST'                            | startDay              | must be one of EXCLUDED, INCLUDED
                'monthEnd': 'CLIP'                             | monthEnd              | must be one of CORRESPONDING_DATE, STICKY
                'monthCounting': true                          | monthCounting         | must be a text
                'roll': 'FORWARD'                              | roll                  | must be one of NONE, FOLLOWING, PRECEDING, MODIFIED_FOLLOWING, NEAREST
                'calendars': ['PK']                            | calendars             | must be an object
                'calendars': {'mode': 'ANY_OPEN'}              | calendars.authorities | must not be empty
                'calendars': {'mode': 'ANY_OPEN', 'authorities': []} | calendars.authorities | must not be empty
                'calendars': {'authorities': ['PK', 'PS']}     | calendars.mode        | is required
                'calendars': {'authorities': ['']}             | calendars.authorities[0] | must not be blank
                'clock': {'mode': 'LATEST', 'zones': []}       | clock.zones           | must not be empty
                'clock': {'mode': 'ONE', 'zones': ['UTC', 'Asia/Karachi']} | clock.zones | must be a single zone when the mode is ONE; say LATEST or EARLIEST for several
                'clock': {'mode': 'ONE', 'zones': ['Asia/Islamabad']} | clock.zones[0] | must be an IANA zone such as Asia/Karachi; 'Asia/Islamabad' is not one
                'clock': {'mode': 'ONE', 'zones': ['+05:00']}  | clock.zones[0]        | must be an IANA zone such as Asia/Karachi; '+05:00' is not one
                'closeOfBusiness': '16'                        | closeOfBusiness       | must be a time of the day such as 16:00
                'closeOfBusiness': '24:00'                     | closeOfBusiness       | must be a time of the day such as 16:00
                'closeOfBusiness': '00:00'                     | closeOfBusiness       | must not be 00:00: leave it out when the day ends at midnight
                'calendars': {'authorities': ['PK']}, 'minimumWorkingDays': 0 | minimumWorkingDays | must be between 1 and 366
                'rolls': 'FOLLOWING'                           | rolls                 | is not a known field
                """)
    void a_modifier_that_means_nothing(String modifier, String field, String message) {
        assertRefused(
                "{'anchor': " + SIGNATURE + ", 'steps': [{'kind': 'WITHIN', 'period': 'P30D'}], " + modifier + "}",
                field,
                message);
    }

    @ParameterizedTest(name = "{0} is refused in {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                [{'kind': 'WITHIN', 'period': 'P1D'}], 'roll': 'FOLLOWING' | roll | needs calendars: FOLLOWING must know whose days are closed
                [{'kind': 'WITHIN', 'period': 'P1D'}], 'minimumWorkingDays': 2 | minimumWorkingDays | needs calendars: it must know whose days are open
                [{'kind': 'WORKING_DAYS', 'days': 2}] | steps[0] | needs calendars: WORKING_DAYS must know whose days are open
                [{'kind': 'ON_DAY', 'period': 'P1D'}], 'closeOfBusiness': '16:00' | closeOfBusiness | must not be given with ON_DAY P1D, which names its own instant
                [{'kind': 'FIRST_OF_MONTH', 'n': 1}], 'closeOfBusiness': '16:00' | closeOfBusiness | must not be given with FIRST_OF_MONTH 1, which names its own instant
                [{'kind': 'ELAPSED', 'duration': 'PT1H'}], 'closeOfBusiness': '16:00' | closeOfBusiness | must not be given with ELAPSED PT1H, which names its own instant
                [{'kind': 'ON_DAY', 'period': 'P1D'}], 'minimumWorkingDays': 2, 'calendars': {'authorities': ['PK']} | minimumWorkingDays | must not be given with ON_DAY P1D, which is no period of days
                [{'kind': 'CLEAR_DAYS_BEFORE', 'days': 1}], 'startDay': 'INCLUDED' | startDay | must not be INCLUDED with CLEAR_DAYS_BEFORE: clear days leave out the day of the event
                [{'kind': 'WITHIN', 'period': 'P0D'}], 'startDay': 'INCLUDED' | startDay | must not be INCLUDED in a period of no days
                [{'kind': 'VAGUE', 'words': 'soon'}, {'kind': 'SAME_DAY'}] | steps[0] | must be the last step: nothing can be counted from vague words
                """)
    void parts_that_cannot_all_be_meant(String stepsAndModifiers, String field, String message) {
        assertRefused("{'anchor': " + SIGNATURE + ", 'steps': " + stepsAndModifiers + "}", field, message);
    }

    @Test
    void hours_do_not_run_from_a_printed_date() {
        assertRefused(
                "{'anchor': {'on': '2026-03-31'}, 'steps': [{'kind': 'ELAPSED', 'duration': 'PT1H'}]}",
                "steps[0]",
                "must not run hours from a printed date, which has none");
    }

    @Test
    void a_rule_has_at_most_thirty_two_steps_and_a_century_of_working_days() {
        var steps = String.join(
                ", ",
                IntStream.range(0, 33)
                        .mapToObj(i -> "{'kind': 'WORKING_DAYS', 'days': 2000}")
                        .toList());

        var refused = refused(
                "{'anchor': " + SIGNATURE + ", 'calendars': {'authorities': ['PK']}, 'steps': [" + steps + "]}");

        assertThat(refused)
                .containsExactly(
                        new Violation("steps", "must not be more than 32"),
                        new Violation("steps", "must not count more than 36600 working days together"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var refused = refused("""
                {'anchor': {'event': 'SIGNED'}, 'roll': 'UP', 'colour': 'red',
                 'steps': [{'kind': 'WITHIN', 'period': 'P-1D', 'n': 1}, {'kind': 'RENEWED', 'times': -2}]}
                """);

        assertThat(refused)
                .extracting(Violation::field)
                .containsExactly(
                        "anchor.event",
                        "steps[0].period",
                        "steps[0].n",
                        "steps[1].period",
                        "steps[1].times",
                        "roll",
                        "colour");
    }

    @Test
    void an_empty_object_lacks_an_anchor_and_steps() {
        assertThat(refused("{}"))
                .containsExactly(new Violation("anchor", "is required"), new Violation("steps", "is required"));
    }

    @Test
    void a_refusal_can_be_seen_from_one_level_higher() {
        var refused = new InvalidRule(List.of(
                new Violation("steps[0].period", "is required"),
                new Violation("", "must be an object"),
                new Violation("[1]", "must not be null")));

        assertThat(refused.under("rule").violations())
                .extracting(Violation::field)
                .containsExactly("rule.steps[0].period", "rule", "rule[1]");
        assertThat(refused).hasMessage("steps[0].period is required; must be an object; [1] must not be null");
    }

    private static void assertRefused(String json, String field, String message) {
        assertThat(refused(json)).containsExactly(new Violation(field, message));
    }

    private static List<Violation> refused(String json) {
        return catchThrowableOfType(InvalidRule.class, () -> Json.rule(json)).violations();
    }
}
