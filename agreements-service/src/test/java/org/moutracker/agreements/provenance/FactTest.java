package org.moutracker.agreements.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.provenance.Registering.cancerLaboratory;
import static org.moutracker.agreements.provenance.Registering.fact;
import static org.moutracker.agreements.provenance.Registering.healthMou;
import static org.moutracker.agreements.provenance.Registering.json;
import static org.moutracker.agreements.provenance.Registering.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signatures.PS.person.name | \"zuhair  zaid\" | AGREES",
                "signatures.PS.person.name | \"Zuhair Dar Zaid\" | VARIANT",
                "signatures.PS.person.name | \"Zuhair Hamdallah Zaid\" | CONTRADICTS",
                "signatures.PS.signedOn | \"2025-09\" | AGREES",
                "signatures.PS.signedOn | \"2025-09-18\" | CONTRADICTS",
                "type | \"AGREEMENT\" | CONTRADICTS",
                "bindingness | \"NON_BINDING\" | COMPATIBLE",
                "areas | \"ophthalmology\" | AGREES",
                "areas | \"Burn treatment\" | COMPATIBLE",
                "areas.Ophthalmology.direction | {\"from\": \"PK\", \"to\": \"PS\"} | AGREES",
                "areas.Ophthalmology.direction | \"JOINT\" | CONTRADICTS",
                "initiatives | \"CPEC\" | COMPATIBLE",
                "term.period | \"P5Y\" | COMPATIBLE",
            })
    void a_value_is_held_against_what_the_register_says(String path, String value, Comparison comparison) {
        assertThat(fact(healthMou(), path).compare(json(value))).isEqualTo(comparison);
    }

    @Test
    void a_year_is_twelve_months_and_a_number_is_the_same_however_it_is_written() {
        var facts = healthMou(form -> {
            form.set("term", json("{\"period\": \"P12M\"}"));
            var commitment = (com.fasterxml.jackson.databind.node.ObjectNode)
                    form.get("commitments").get(0);
            commitment.set("target", json("{\"indicator\": \"Trained\", \"target\": 120}"));
        });

        assertThat(fact(facts, "term.period").compare(text("P1Y"))).isEqualTo(Comparison.AGREES);
        assertThat(fact(facts, "term.period").compare(text("P13M"))).isEqualTo(Comparison.CONTRADICTS);
        var target = fact(facts, "commitments.C-01.target.target");
        assertThat(target.compare(json("120.0"))).isEqualTo(Comparison.AGREES);
        assertThat(target.compare(json("121"))).isEqualTo(Comparison.CONTRADICTS);
    }

    @Test
    void a_time_rule_is_the_same_when_it_means_the_same() {
        var rule = fact(healthMou(), "commitments.C-01.rule");
        var thirtyDays = """
                {"steps": [{"period": "%s", "kind": "WITHIN"}], "anchor": {"event": "STATEMENT_MADE"},
                 "clock": {"zones": ["Asia/Karachi", "Asia/Hebron"], "mode": "LATEST"},
                 "calendars": {"authorities": ["PK", "PS"], "mode": "ALL_OPEN"}}
                """;

        assertThat(rule.compare(json(thirtyDays.formatted("P30D")))).isEqualTo(Comparison.AGREES);
        assertThat(rule.compare(json(thirtyDays.formatted("P60D")))).isEqualTo(Comparison.CONTRADICTS);
    }

    @Test
    void sources_are_in_conflict_when_one_contradicts_the_register() {
        var name = fact(healthMou(), "signatures.PS.person.name");

        assertThat(name.isInConflict(List.of())).isFalse();
        assertThat(name.isInConflict(values("Zuhair Zaid", "Zuhair Dar Zaid"))).isFalse();
        assertThat(name.isInConflict(values("Zuhair Zaid", "Zuhair Hamdallah Zaid")))
                .isTrue();
    }

    @Test
    void sources_are_in_conflict_when_they_contradict_each_other_in_what_the_register_leaves_open() {
        var who = fact(cancerLaboratory(), "signatures.LIFE.person.name");
        assertThat(who.isInConflict(values("Ahmed Waqas", "AHMED WAQAS"))).isFalse();
        assertThat(who.isInConflict(values("Ahmed Waqas", "Wei Yujun"))).isTrue();

        var day = fact(cancerLaboratory(), "signatures.LIFE.signedOn");
        assertThat(day.isInConflict(values("2020-09-22", "2020-09"))).isFalse();
        assertThat(day.isInConflict(values("2020-09-22", "2020-09-21"))).isTrue();
        assertThat(day.isInConflict(values("2020-09-23"))).isTrue();
        assertThat(day.isInConflict(values("2020-09-23~"))).isFalse();

        var initiatives = fact(healthMou(), "initiatives");
        assertThat(initiatives.isInConflict(values("CPEC", "BRI"))).isFalse();
    }

    private static List<JsonNode> values(String... values) {
        return Stream.of(values).map(Registering::text).toList();
    }
}
