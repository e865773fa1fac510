package org.moutracker.timerules.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.CalendarChoice;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.WorkingCalendar;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileClausesTest {

    private static final Given PAKISTAN =
            new Given(null, new CalendarChoice(CalendarChoice.Mode.ALL_OPEN, List.of("PK")));
    private static final Calendars CALENDARS =
            Calendars.of(List.of(WorkingCalendar.parse(Map.of("authority", "PK", "weekend", List.of(6, 7)))));
    private static final Facts ALL = Facts.parse(
            Arrays.stream(AnchorEvent.values()).collect(Collectors.toMap(Enum::name, event -> "2024-01-31")),
            Map.of("NOTIFICATION_RECEIVED", "2024-01-31T10:00:00+05:00"));

    private static final List<String> WORDS = List.of(
                    "within|no later than|not later than|at least|at the latest|by|on|before|after|of|from|following|until|upon"
                            .split("\\|"))
            .stream()
            .collect(Collectors.toList());

    static {
        WORDS.addAll(
                List.of(("the,a,its,this,each,30,thirty,(,),(30),six,one hundred and,999999,0,1,first,second,30th,days,"
                                + "months,years,weeks,hours,working days,clear days,calendar,period of,the next,date of,signature,"
                                + "entry into force,receipt of,the last notification,expiry,end of,publication,the month,the year,"
                                + "Agreement,31 March 2026,2026-03-31,03/04/2026,March,2026,remain in force for,valid for,term of,"
                                + "automatically renewed for,successive periods of,the same period,unless,notice,written,every,once,"
                                + "twice,a year,annually,as soon as possible,promptly,without delay but,whichever is later,and,or,not,"
                                + "never,if,provided that,;,.,\\,,…,’,-,first day of the,last day of the,the later of,meeting,وثيقة,日,"
                                + "😀,\n,\t,\u0301,\u0000")
                        .split("(?<!\\\\),", -1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_written_is_read_without_an_exception_into_rules_that_can_be_used(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            check(random.ints(1 + random.nextInt(25), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .collect(Collectors.joining(random.nextInt(12) == 0 ? "" : " ")));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void any_characters_at_all_are_read_without_an_exception(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            check(random.ints(random.nextInt(60), 0, Character.MAX_VALUE + 1)
                    .mapToObj(unit -> String.valueOf((char) (random.nextBoolean() ? unit : unit % 128)))
                    .collect(Collectors.joining()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "within ",
                "within 30 days of ",
                "within 30 days of signature. ",
                "within 30 days of signature ",
                "at least six months before the end of the ",
                "unless ",
                "the ",
                "one hundred and ",
                "thirty (",
                "(30)",
                "(",
                "1,111,",
                "1.1.",
                "…",
                "no ",
                "'",
                "a'",
                "the later of ",
                "signature or ",
                "as soon as possible ",
                "every year thereafter ",
                "first day of the month following ",
                "of this Agreement ",
                "signature of this Agreement ",
                "31 March ",
                "2026-",
                "for a period of ",
                "日",
                "😀",
                "\u0301",
                "a",
                "9"
            })
    void a_text_that_repeats_itself_to_the_limit_is_read_quickly(String part) {
        var clause = part.repeat(ClauseReader.LONGEST / part.length());

        // A linear reader needs milliseconds; what would go back and try again needs minutes.
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> check(clause));
    }

    private static void check(String clause) {
        var reading = ClauseReader.read(clause, PAKISTAN);

        var covered = new int[clause.length()];
        for (var proposal : reading.proposals()) {
            assertThat(Rule.parse(proposal.rule().toJson())).isEqualTo(proposal.rule());
            assertThat(proposal.sentence()).endsWith(".");
            assertThat(proposal.words()).as(start(clause)).isNotEmpty();
            proposal.words().forEach(word -> cover(covered, word.start(), word.end(), clause));
            evaluate(proposal.rule(), clause);
        }
        for (var part : reading.notUnderstood()) {
            assertThat(part.start()).as(start(clause)).isBetween(0, part.end() - 1);
            assertThat(part.end()).as(start(clause)).isLessThanOrEqualTo(clause.length());
            assertThat(part.because()).isNotBlank();
        }
        assertThat(Arrays.stream(covered).max().orElse(0)).as(start(clause)).isLessThan(2);
        assertThat(reading.proposals().isEmpty()).isEqualTo(reading.outcome() == Reading.Outcome.UNREAD);
    }

    private static String start(String clause) {
        return clause.substring(0, Math.min(200, clause.length()));
    }

    private static void cover(int[] covered, int start, int end, String clause) {
        assertThat(start).as(start(clause)).isBetween(0, end - 1);
        assertThat(end).as(start(clause)).isLessThanOrEqualTo(clause.length());
        for (var i = start; i < end; i++) {
            covered[i]++;
        }
    }

    private static void evaluate(Rule rule, String clause) {
        assertThat(rule.evaluate(ALL, CALENDARS).certainty()).as(start(clause)).isNotNull();
        var unknown = rule.evaluate(Facts.none(), CALENDARS).certainty();
        if (!rule.anchor().events().isEmpty()) {
            assertThat(unknown).as(start(clause)).isIn(Certainty.PENDING, Certainty.INDETERMINATE);
        }
    }
}
