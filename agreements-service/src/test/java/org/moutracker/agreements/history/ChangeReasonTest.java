package org.moutracker.agreements.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.platform.problem.InvalidRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeReasonTest {

    @Test
    void no_header_is_no_reason() {
        assertThat(ChangeReason.of(List.of())).isEmpty();
    }

    @Test
    void plain_words_are_taken_as_they_are() {
        assertThat(ChangeReason.of(List.of(" The gazette prints another day; see p. 3 + annex ")))
                .contains("The gazette prints another day; see p. 3 + annex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"صححت الجريدة التاريخ", "公报印的是另一天", "تاریخ درست کی گئی", "Décret corrigé à 100 %"})
    void other_scripts_come_as_octets_of_utf_8(String reason) {
        var octets = URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(ChangeReason.of(List.of(octets))).contains(reason);
    }

    @Test
    void a_thousand_characters_are_as_many_as_there_may_be_in_any_script() {
        assertThat(ChangeReason.of(List.of("%F0%9F%96%8B".repeat(1000)))).isPresent();
        assertThat(ChangeReason.of(List.of("x".repeat(1000)))).isPresent();
        refuses("x".repeat(1001), "must not be longer than 1000 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | must say something, or be left out",
                "%20%20                      | must say something, or be left out",
                "one%0Atwo                   | must not have control characters",
                "one%00two                   | must not have control characters",
                "one%C2%85two                | must not have control characters",
                "100 % sure                  | must have two hexadecimal digits after each percent sign; the sign itself is %25",
                "at the end %                | must have two hexadecimal digits after each percent sign; the sign itself is %25",
                "%+1                         | must have two hexadecimal digits after each percent sign; the sign itself is %25",
                "%C3%28                      | must be UTF-8 where it has percent signs",
                "ask amna.khan@health.gov.pk | must not have a mail address: what is said here is kept for ever"
            })
    void what_cannot_be_a_reason_is_refused_with_a_sentence(String value, String message) {
        refuses(value, message);
    }

    @Test
    void raw_control_characters_and_other_scripts_are_refused() {
        refuses("one\ttwo", "must not have control characters");
        refuses("Décret", "must be ASCII; write other characters as UTF-8 with percent signs, such as %C3%A9 for é");
    }

    @Test
    void two_reasons_are_refused() {
        assertThatThrownBy(() -> ChangeReason.of(List.of("one", "two")))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        e -> assertThat(e.violations()).extracting("message").containsExactly("must be there once"));
    }

    private static void refuses(String value, String message) {
        assertThatThrownBy(() -> ChangeReason.of(List.of(value)))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> assertThat(e.violations())
                        .extracting("field", "message")
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("X-Change-Reason", message)));
    }
}
