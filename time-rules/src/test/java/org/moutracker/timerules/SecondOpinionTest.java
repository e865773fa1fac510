package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;

import com.opengamma.strata.basics.date.BusinessDayConvention;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every day of three years against a library that settles trades by joint calendars. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondOpinionTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"PK, PS", "PK, CN", "BE, CN", "SA, US", "PK6, PS"})
    void joint_and_linked_calendars_agree_on_every_day(String first, String second) {
        var both = theirs(first).combinedWith(theirs(second));
        var either = theirs(first).linkedWith(theirs(second));

        assertThat(days().filter(day ->
                        ours(CalendarChoice.Mode.ALL_OPEN, first, second).isOpen(day)))
                .containsExactlyElementsOf(days().filter(both::isBusinessDay).toList());
        assertThat(days().filter(day ->
                        ours(CalendarChoice.Mode.ANY_OPEN, first, second).isOpen(day)))
                .containsExactlyElementsOf(days().filter(either::isBusinessDay).toList());
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"PK, PS", "PK, CN", "BE, CN", "SA, US", "PK6, PS"})
    void rolls_agree_on_every_day(String first, String second) {
        var both = theirs(first).combinedWith(theirs(second));
        var rolling = new Rolling(ours(CalendarChoice.Mode.ALL_OPEN, first, second));

        assertThat(days()).allSatisfy(day -> {
            assertThat(rolling.roll(day, Roll.FOLLOWING))
                    .isEqualTo(adjust(BusinessDayConventions.FOLLOWING, day, both));
            assertThat(rolling.roll(day, Roll.PRECEDING))
                    .isEqualTo(adjust(BusinessDayConventions.PRECEDING, day, both));
            assertThat(rolling.roll(day, Roll.MODIFIED_FOLLOWING))
                    .isEqualTo(adjust(BusinessDayConventions.MODIFIED_FOLLOWING, day, both));
        });
    }

    @ParameterizedTest(name = "{0} and {1}, {2} days")
    @CsvSource({"PK, PS, 30", "PK, CN, 10", "BE, CN, 5", "PK, PS, -5", "SA, US, -20"})
    void working_days_agree_from_every_day(String first, String second, int days) {
        var both = theirs(first).combinedWith(theirs(second));
        var calendars = new CalendarChoice(CalendarChoice.Mode.ALL_OPEN, List.of(first, second));
        var rule = new Rule(
                new Anchor.Event(AnchorEvent.SIGNATURE),
                List.of(new Step.WorkingDays(days)),
                null,
                null,
                null,
                calendars,
                null,
                null,
                null,
                null);

        assertThat(days())
                .allSatisfy(day -> assertThat(rule.evaluate(Json.signedOn(day.toString()), RecordedCalendars.ALL)
                                .lastDay())
                        .isEqualTo(both.shift(day, days)));
    }

    private static Stream<LocalDate> days() {
        return FROM.datesUntil(UNTIL);
    }

    private static LocalDate adjust(BusinessDayConvention convention, LocalDate day, HolidayCalendar calendar) {
        return convention.adjust(day, calendar);
    }

    private static OpenDays ours(CalendarChoice.Mode mode, String first, String second) {
        return OpenDays.of(new CalendarChoice(mode, List.of(first, second)), RecordedCalendars.ALL);
    }

    private static HolidayCalendar theirs(String authority) {
        var calendar = RecordedCalendars.of(authority);
        return ImmutableHolidayCalendar.of(
                HolidayCalendarId.of(authority),
                calendar.closed().keySet(),
                calendar.weekend(),
                calendar.workingDays());
    }
}
