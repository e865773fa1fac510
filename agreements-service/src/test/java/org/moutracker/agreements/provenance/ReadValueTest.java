package org.moutracker.agreements.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.provenance.Registering.fact;
import static org.moutracker.agreements.provenance.Registering.healthMou;
import static org.moutracker.agreements.provenance.Registering.json;

import java.util.ArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.platform.problem.Violation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title.en | \"  On health \" | \"On health\"",
                "type | \"AGREEMENT\" | \"AGREEMENT\"",
                "signatures.PS.signedOn | \"../2020-09-22\" | \"../2020-09-22\"",
                "term.period | \"P5Y\" | \"P5Y\"",
                "term.period | \"P2W\" | \"P14D\"",
                "areas.Ophthalmology.direction | {\"from\": \"PS\", \"to\": \"PK\"} | {\"from\": \"PS\", \"to\": \"PK\"}",
            })
    void a_value_is_kept_in_its_usual_form(String path, String value, String kept) {
        var wrong = new ArrayList<Violation>();

        assertThat(ReadValue.of(fact(healthMou(), path), json(value), wrong)).contains(json(kept));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title.en | 5 | value | 1 to 2000 characters",
                "title.en | \" \" | value | 1 to 2000 characters",
                "title.en | \"a\\u0000b\" | value | 1 to 2000 characters",
                "title.en | {} | value | 1 to 2000 characters",
                "type | \"TREATY\" | value | must be one of AGREEMENT, EXCHANGE_OF_NOTES",
                "bindingness | \"UNSPECIFIED\" | value | must be one of BINDING, NON_BINDING",
                "signatures.PS.signedOn | \"17 September\" | value | is not a date",
                "signatures.PS.signedOn | \"2025-02-30\" | value | does not exist in the calendar",
                "signatures.PS.signedOn | \"../..\" | value | says nothing",
                "signatures.PS.signedOn | 2025 | value | must be a day",
                "term.period | \"five years\" | value | must be a period such as P5Y",
                "term.period | \"P0D\" | value | must be longer than nothing",
                "term.period | \"P101Y\" | value | must not be longer than 100 years",
                "commitments.C-01.target.target | \"120\" | value | must be a number",
                "commitments.C-01.target.target | 1e400 | value | must be a number",
                "commitments.C-01.target.target | 1e300 | value | must have at most 15 digits",
                "commitments.C-01.target.target | 1234567890123456 | value | must have at most 15 digits",
                "areas.Ophthalmology.direction | \"BOTH\" | value | must be \"JOINT\" or an object",
                "areas.Ophthalmology.direction | 1 | value | must be \"JOINT\" or an object",
                "areas.Ophthalmology.direction | {\"from\": \"PK\", \"to\": \"CN\"} | value.to | is not the code of a party",
                "commitments.C-01.rule | \"P30D\" | value | must be a time rule",
                "commitments.C-01.rule | {\"anchor\": {\"event\": \"STATEMENT_MADE\"}, \"steps\": [{\"kind\": \"WITHIN\", \"period\": \"30\"}]} | value.steps[0].period | ",
            })
    void a_value_that_cannot_be_is_refused_with_what_it_could_be(
            String path, String value, String field, String message) {
        var wrong = new ArrayList<Violation>();

        assertThat(ReadValue.of(fact(healthMou(), path), json(value), wrong)).isEmpty();
        assertThat(wrong).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).contains(message == null ? "" : message);
        });
    }
}
