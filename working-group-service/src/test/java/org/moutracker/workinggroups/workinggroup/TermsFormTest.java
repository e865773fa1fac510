package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TermsFormTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final String GOOD = """
            {"effectiveOn": "2025-10-10",
             "meetings": {"every": "P6M", "hosts": ["PK", "PS"], "quorum": {"minimumPerSide": 1, "coChairPerSide": true},
                          "notice": "P14D", "minutesWithin": "P30D", "silence": "P2W"},
             "chairing": {"kind": "ROTATING", "period": "P1Y"}, "reports": {"every": "P1Y", "within": "P30D"},
             "languages": ["en", "ur"], "languageOfRecord": "en", "secretariat": "PK", "nominationWithin": "P45D"}""";

    @Test
    void what_is_left_out_is_as_usual() throws JsonProcessingException {
        var terms = JSON.readValue("{}", TermsForm.class).checked("", 2, GroupFixture.PARTIES);

        assertThat(terms).usingRecursiveComparison().ignoringFields("version").isEqualTo(TermsOfReference.USUAL);
        assertThat(terms.version()).isEqualTo(2);
        assertThat(terms.isAgreed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P6M     | P0D      | meetings.every
            P6M     | PT24H    | meetings.every
            P6M     | P-6M     | meetings.every
            P6M     | P101Y    | meetings.every
            P14D    | 14 days  | meetings.notice
            P2W     | P        | meetings.silence
            "P30D", "silence" | "P1", "silence" | meetings.minutesWithin
            ["PK", "PS"]  | ["PK", "FR"] | meetings.hosts[1]
            P1Y"}, "reports" | P0Y"}, "reports" | chairing.period
            ROTATING | CO_CHAIRS | chairing.period
            , "period": "P1Y" | , "period": null | chairing.period
            "period": "P1Y" | "period": "P1Y", "order": ["PK"] | chairing.order
            "period": "P1Y" | "period": "P1Y", "order": ["PK", "PK"] | chairing.order
            "period": "P1Y" | "period": "P1Y", "order": ["PK", "FR"] | chairing.order
            "ROTATING", "period": "P1Y" | "CO_CHAIRS", "order": ["PS", "PK"] | chairing.order
            "within": "P30D" | "within": "soon" | reports.within
            ["en", "ur"] | ["en", "urdu!"] | languages[1]
            "languageOfRecord": "en" | "languageOfRecord": "ar" | languageOfRecord
            "secretariat": "PK" | "secretariat": "CN" | secretariat
            P45D | P45X | nominationWithin
            """)
    void a_term_that_cannot_be_names_its_field(String part, String by, String field) throws JsonProcessingException {
        assertThat(GOOD).contains(part);
        assertThat(JSON.readValue(GOOD, TermsForm.class).checked("", 2, GroupFixture.PARTIES))
                .isNotNull();
        var form = JSON.readValue(GOOD.replace(part, by), TermsForm.class);

        assertThatThrownBy(() -> form.checked("terms.", 2, GroupFixture.PARTIES))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> assertThat(e.violations())
                        .extracting(Violation::field)
                        .containsExactly("terms." + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P30D", "P2W", "P6M", "P1Y", "P1Y6M", "P100Y"})
    void a_period_is_of_whole_days_weeks_months_or_years(String period) {
        assertThat(Periods.isValid(period)).isTrue();
    }
}
