package org.moutracker.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.UUID;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactRulesTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private record Spoken(@LanguageTag @Nullable String language) {}

    private record Placed(@Zone @Nullable String zone) {}

    private static String refusal(Object said) {
        return VALIDATOR.validate(said).stream()
                .map(ConstraintViolation::getMessage)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "ar-PS", "zh-Hans", "en-GB", "brh"})
    void a_language_that_there_is_is_taken(String tag) {
        assertThat(refusal(new Spoken(tag))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "u", "urdu_PK", "ur-", "12"})
    void another_is_refused_with_a_sentence(String tag) {
        assertThat(refusal(new Spoken(tag))).isEqualTo("must be a BCP 47 language such as ur or ar-PS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Karachi", "Asia/Hebron", "UTC"})
    void a_zone_that_there_is_is_taken(String zone) {
        assertThat(refusal(new Placed(zone))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+05:00", "Asia/Nowhere", "asia/karachi", "PKT"})
    void an_offset_or_a_place_that_is_none_is_refused(String zone) {
        assertThat(refusal(new Placed(zone))).isEqualTo("must be an IANA zone such as Asia/Karachi");
    }

    @Test
    void what_is_left_out_is_not_judged() {
        assertThat(refusal(new Spoken(null)) + refusal(new Placed(null))).isEmpty();
    }

    @Test
    void somebody_who_is_forgotten_is_called_by_the_end_of_the_id_which_does_not_say_when_it_was_made() {
        assertThat(ForgetPerson.pseudonym("Member", UUID.fromString("01995778-6000-7000-8000-00000000f0a1")))
                .isEqualTo("Member f0a1");
    }
}
