package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the engine answers or refuses by name: no other exception, no endless loop. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NonsenseTest {

    private static final List<String> FIELDS = List.of(
            "kind",
            "period",
            "days",
            "n",
            "lastMonth",
            "times",
            "every",
            "k",
            "duration",
            "words",
            "reviewAfter",
            "hourExcluded",
            "event",
            "on",
            "allOf",
            "anyOf",
            "deadline",
            "when",
            "mode",
            "authorities",
            "zones");

    private static final List<Object> VALUES = Stream.concat(
                    Stream.concat(Arrays.stream(StepReader.Kind.values()), Arrays.stream(AnchorEvent.values()))
                            .map(Enum::name),
                    Stream.<Object>of(
                            "P30D",
                            "P1M",
                            "P1000Y",
                            "P6M15D",
                            "P0D",
                            "P999999999Y",
                            "PT24H",
                            "PT999999999H",
                            "P-1D",
                            "",
                            "2025-09-17",
                            "9999-12-31",
                            "0001-01-01",
                            "2025-02-30",
                            "ALL_OPEN",
                            "LATEST",
                            "ONE",
                            "UTC",
                            "Asia/Karachi",
                            "AoE",
                            "PK",
                            "DUE",
                            0,
                            1,
                            2,
                            -1,
                            12,
                            366_000,
                            -36_600,
                            Integer.MAX_VALUE,
                            Long.MIN_VALUE,
                            1.5,
                            Double.NaN,
                            1e300,
                            true,
                            false,
                            List.of(),
                            Map.of(),
                            List.of("PK"),
                            List.of("UTC", "AoE")))
            .toList();

    @ParameterizedTest
    @ValueSource(longs = {8, 78, 1189, 2032})
    @Timeout(20)
    void any_json_is_answered_or_refused(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++) {
            var json = rule(random);
            assertThatCode(() -> answerOrRefuse(json)).as("%s", json).doesNotThrowAnyException();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void the_largest_rule_that_is_allowed_is_answered_in_time() {
        var zones = List.of("Asia/Karachi", "Asia/Hebron", "Pacific/Apia", "Etc/GMT+12");
        var rule = Rule.parse(Map.of(
                "anchor", Map.of("event", "SIGNATURE"),
                "steps",
                        IntStream.range(0, 32)
                                .mapToObj(i -> Map.of("kind", "WORKING_DAYS", "days", 1_100))
                                .toList(),
                "calendars", Map.of("mode", "ALL_OPEN", "authorities", List.of("PK", "PS", "CN", "BE")),
                "clock", Map.of("mode", "LATEST", "zones", zones)));

        assertThat(rule.evaluate(Json.signedOn("2025-09-17"), RecordedCalendars.ALL)
                        .lastDay())
                .isAfter(LocalDate.of(2100, 1, 1));
    }

    private static void answerOrRefuse(Map<String, Object> json) {
        try {
            var rule = Rule.parse(json);
            assertThat(Rule.parse(rule.toJson())).isEqualTo(rule);
            var facts = Json.signedOn("2025-01-31").with(AnchorEvent.EXPIRY, Instant.parse("2025-01-31T23:30:00Z"));
            assertThat(rule.evaluate(facts, RecordedCalendars.ALL).explanation())
                    .isNotEmpty();
        } catch (InvalidRule refused) {
            assertThat(refused.violations()).isNotEmpty();
        }
    }

    private static Map<String, Object> rule(Random random) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "anchor",
                random.nextInt(4) == 0
                        ? object(random)
                        : Map.of("event", pick(random, List.of("SIGNATURE", "EXPIRY"))));
        json.put(
                "steps",
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> step(random))
                        .toList());
        maybe(json, random, "startDay", "INCLUDED");
        maybe(json, random, "monthEnd", "STICKY");
        maybe(json, random, "monthCounting", "EXCLUDED");
        maybe(json, random, "calendars", Map.of("authorities", List.of("PK")));
        maybe(json, random, "roll", pick(random, List.of("FOLLOWING", "NEAREST", "MODIFIED_FOLLOWING", "UP")));
        maybe(json, random, "minimumWorkingDays", pick(random, List.of(1, 366, 0)));
        maybe(json, random, "closeOfBusiness", pick(random, List.of("16:00", "25:00")));
        maybe(json, random, "clock", random.nextBoolean() ? object(random) : Map.of("zones", List.of("Pacific/Apia")));
        return json;
    }

    /** Mostly the fields that the kind wants, so that many of them are really counted. */
    private static Map<String, @Nullable Object> step(Random random) {
        var step = object(random);
        step.put("kind", pick(random, Arrays.asList(StepReader.Kind.values())).name());
        if (random.nextInt(5) > 0) {
            step.keySet().removeIf(name -> !"kind".equals(name));
            switch (StepReader.Kind.valueOf(String.valueOf(step.get("kind")))) {
                case WITHIN, ON_DAY, AT_LEAST_BEFORE, TERM -> step.put("period", pick(random, VALUES.subList(28, 33)));
                case CLEAR_DAYS_BEFORE, WORKING_DAYS -> step.put("days", random.nextInt(2_000) - 500);
                case FIRST_OF_MONTH, END_OF_MONTH, END_OF_YEAR -> step.put("n", random.nextInt(1_200));
                case END_OF_FISCAL_YEAR -> step.put("lastMonth", random.nextInt(14));
                case RENEWED -> step.putAll(Map.of("period", "P400D", "times", random.nextInt(100_000)));
                case OCCURRENCE -> step.putAll(Map.of("every", "P1000Y", "k", random.nextInt(100_002)));
                case ELAPSED -> step.putAll(Map.of("duration", "PT240H", "hourExcluded", random.nextBoolean()));
                case VAGUE -> step.putAll(Map.of("words", "soon", "reviewAfter", "P900Y"));
                case SAME_DAY -> {}
            }
        }
        return step;
    }

    private static Map<String, @Nullable Object> object(Random random) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        for (var i = random.nextInt(4); i > 0; i--) {
            json.put(pick(random, FIELDS), random.nextInt(10) == 0 ? null : pick(random, VALUES));
        }
        return json;
    }

    private static void maybe(Map<String, Object> json, Random random, String name, Object value) {
        if (random.nextInt(4) == 0) {
            json.put(name, value);
        }
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
