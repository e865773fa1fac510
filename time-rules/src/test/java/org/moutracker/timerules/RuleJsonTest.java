package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.timerules.Json.rule;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleJsonTest {

    private static final List<ZoneId> BOTH = List.of(ZoneId.of("Asia/Karachi"), ZoneId.of("Asia/Hebron"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'anchor':{'event':'SIGNATURE'},'steps':[{'kind':'WITHIN','period':'P30D'}],'startDay':'EXCLUDED',"
                        + "'monthEnd':'CORRESPONDING_DATE','roll':'FOLLOWING',"
                        + "'calendars':{'mode':'ALL_OPEN','authorities':['PK','PS']},"
                        + "'clock':{'mode':'LATEST','zones':['Asia/Karachi','Asia/Hebron']},"
                        + "'closeOfBusiness':'16:00','minimumWorkingDays':2,'monthCounting':'EXCLUDED'}",
                "{'anchor':{'on':'2026-03-31'},'steps':[]}",
                "{'anchor':{'deadline':'01J','when':'MET'},'steps':[{'kind':'SAME_DAY'}],'startDay':'INCLUDED'}",
                "{'anchor':{'allOf':[{'event':'EXPIRY'},{'anyOf':[{'on':'2026-03-31'},{'event':'PUBLICATION'}]}]},"
                        + "'steps':[{'kind':'ON_DAY','period':'P1Y2M3D'}],'roll':'NONE'}",
                "{'anchor':{'event':'EXPIRY'},'steps':[{'kind':'AT_LEAST_BEFORE','period':'P6M'},"
                        + "{'kind':'CLEAR_DAYS_BEFORE','days':14},{'kind':'WORKING_DAYS','days':-5},"
                        + "{'kind':'FIRST_OF_MONTH','n':2},{'kind':'END_OF_MONTH','n':3},{'kind':'END_OF_YEAR','n':1},"
                        + "{'kind':'END_OF_FISCAL_YEAR','lastMonth':6},{'kind':'TERM','period':'P5Y'},"
                        + "{'kind':'RENEWED','period':'P1Y','times':3},{'kind':'OCCURRENCE','every':'P6M','k':2}],"
                        + "'calendars':{'mode':'ANY_OPEN','authorities':['PK','PS']}}",
                "{'anchor':{'event':'NOTIFICATION_RECEIVED'},"
                        + "'steps':[{'kind':'ELAPSED','duration':'PT24H','hourExcluded':true}]}",
                "{'anchor':{'event':'SIGNATURE'},'steps':[{'kind':'ELAPSED','duration':'PT36H30M'}]}",
                "{'anchor':{'event':'SIGNATURE'},"
                        + "'steps':[{'kind':'VAGUE','words':'as soon as possible','reviewAfter':'P30D'}]}",
                "{'anchor':{'event':'SIGNATURE'},'steps':[{'kind':'VAGUE','words':'promptly'}]}",
            })
    void a_rule_is_written_as_it_was_read(String json) {
        var rule = rule(json);

        assertThat(Json.write(rule.toJson())).isEqualTo(json);
        assertThat(Rule.parse(rule.toJson())).isEqualTo(rule);
    }

    @Test
    void what_was_not_given_is_not_written() {
        var rule = Rule.of(new Anchor.Event(AnchorEvent.SIGNATURE), new Step.SameDay());

        assertThat(rule.toJson()).containsOnlyKeys("anchor", "steps");
    }

    @Test
    void a_null_is_as_good_as_leaving_a_field_out() {
        assertThat(rule("{'anchor': {'event': 'SIGNATURE', 'on': null}, 'steps': [], 'roll': null, 'clock': null}"))
                .isEqualTo(rule("{'anchor': {'event': 'SIGNATURE'}, 'steps': []}"));
    }

    @Test
    void anywhere_on_earth_is_twelve_hours_behind_universal_time() {
        var rule = rule("{'anchor': {'event': 'SIGNATURE'}, 'steps': [], 'clock': {'mode': 'ONE', 'zones': ['AoE']}}");

        assertThat(rule.clock()).isEqualTo(new Clock(Clock.Mode.ONE, List.of(ZoneId.of("Etc/GMT+12"))));
    }

    @Test
    void a_single_zone_or_authority_needs_no_mode() {
        var rule = rule("""
                {'anchor': {'event': 'SIGNATURE'}, 'steps': [],
                 'clock': {'zones': ['Asia/Karachi']}, 'calendars': {'authorities': ['PK']}}
                """);

        assertThat(rule.clock()).isEqualTo(new Clock(Clock.Mode.ONE, List.of(ZoneId.of("Asia/Karachi"))));
        assertThat(rule.calendars()).isEqualTo(new CalendarChoice(CalendarChoice.Mode.ALL_OPEN, List.of("PK")));
    }

    @Test
    void a_rule_without_a_clock_takes_the_zones_of_the_parties() {
        var rule = rule("{'anchor': {'event': 'SIGNATURE'}, 'steps': []}");

        assertThat(rule.withDefaultClock(BOTH).clock()).isEqualTo(new Clock(Clock.Mode.LATEST, BOTH));
        assertThat(rule.withDefaultClock(List.of()).clock()).isNull();
    }

    @Test
    void a_rule_with_a_clock_keeps_its_own() {
        var rule = rule("{'anchor': {'event': 'SIGNATURE'}, 'steps': [], 'clock': {'zones': ['UTC']}}");

        assertThat(rule.withDefaultClock(BOTH)).isEqualTo(rule);
    }

    @Test
    void an_anchor_knows_which_facts_it_looks_at() {
        var anchor = rule("""
                {'anchor': {'allOf': [{'event': 'SIGNATURE'}, {'on': '2026-01-01'},
                    {'anyOf': [{'event': 'EXPIRY'}, {'deadline': '01J', 'when': 'DUE'}]}]}, 'steps': []}
                """).anchor();

        assertThat(anchor.events()).containsExactlyInAnyOrder(AnchorEvent.SIGNATURE, AnchorEvent.EXPIRY);
        assertThat(anchor.deadlines()).containsExactly("01J");
    }
}
