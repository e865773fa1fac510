package org.moutracker.agreements.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.agreement.Instrument;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.PartialDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentTest {

    private static final Instant NOW = Instant.parse("2026-01-20T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-20");
    private static final Map<String, String> SIDES = sides();

    private static Map<String, String> sides() {
        var sides = new LinkedHashMap<String, String>();
        sides.put("PK", "PK");
        sides.put("PK-DRAP", "PK");
        sides.put("PS", "PS");
        return sides;
    }

    private static Amendment by(EntryIntoForce.Kind kind, @Nullable LocalDate on, @Nullable Object then) {
        return new Amendment(
                UUID.randomUUID(),
                1,
                new AmendmentForm(
                        Map.of("en", "First"),
                        Instrument.AGREEMENT,
                        null,
                        Map.of(),
                        new EntryIntoForce(kind, on, null, then, null),
                        List.of()),
                NOW);
    }

    private static Amendment onSignature() {
        return by(EntryIntoForce.Kind.ON_SIGNATURE, null, null);
    }

    private static Consent signed(String party, @Nullable String on) {
        return new Consent(party, Consent.Kind.SIGNATURE, on == null ? null : PartialDate.parse(on), null);
    }

    private static Consent notified(String party, String on) {
        return new Consent(party, Consent.Kind.NOTIFICATION, PartialDate.parse(on), null);
    }

    private static void consent(Amendment amendment, Consent... consents) {
        for (var consent : consents) {
            amendment.consent(consent, SIDES, TODAY, NOW);
        }
    }

    @Test
    void it_is_agreed_when_every_side_has_consented_and_takes_effect_on_the_last_day() {
        var amendment = onSignature();
        consent(amendment, signed("PK", "2026-01-15"));

        assertThat(amendment.status).isEqualTo(AmendmentStatus.PROPOSED);
        assertThat(amendment.waitingFor(SIDES, TODAY)).containsExactly("the signature of PS");

        consent(amendment, signed("PS", "2026-01-10"));
        assertThat(amendment.status).isEqualTo(AmendmentStatus.AGREED);
        assertThat(amendment.effectiveOn).isEqualTo("2026-01-15");
        assertThat(amendment.isDue(TODAY)).isTrue();
    }

    @Test
    void of_several_parties_on_one_side_the_first_consent_counts() {
        var amendment = onSignature();
        consent(amendment, signed("PK-DRAP", "2026-01-05"), signed("PS", "2026-01-06"), signed("PK", "2026-01-12"));

        assertThat(amendment.effectiveOn).isEqualTo("2026-01-06");
    }

    @Test
    void a_printed_day_is_waited_for() {
        var amendment = by(EntryIntoForce.Kind.ON_DATE, LocalDate.parse("2026-03-01"), null);
        consent(amendment, signed("PK", "2026-01-15"), signed("PS", "2026-01-10"));

        assertThat(amendment.status).isEqualTo(AmendmentStatus.AGREED);
        assertThat(amendment.effectiveOn).isEqualTo("2026-03-01");
        assertThat(amendment.isDue(TODAY)).isFalse();
        assertThat(amendment.isDue(LocalDate.parse("2026-02-28"))).isFalse();
        assertThat(amendment.isDue(LocalDate.parse("2026-03-01"))).isTrue();
    }

    @Test
    void a_printed_day_before_the_last_consent_is_put_off_until_that() {
        var amendment = by(EntryIntoForce.Kind.ON_DATE, LocalDate.parse("2026-01-01"), null);
        consent(amendment, signed("PK", "2026-01-15"), signed("PS", "2026-01-10"));

        assertThat(amendment.effectiveOn).isEqualTo("2026-01-15");
    }

    @Test
    void a_period_after_the_last_notification_is_counted() {
        var amendment = by(EntryIntoForce.Kind.LAST_NOTIFICATION, null, "P30D");
        consent(amendment, signed("PK", "2026-01-02"), signed("PS", "2026-01-02"), notified("PK", "2026-01-05"));

        assertThat(amendment.effectiveOn).isNull();
        assertThat(amendment.waitingFor(SIDES, TODAY)).containsExactly("the notification of PS");

        consent(amendment, notified("PS", "2026-01-19"));
        assertThat(amendment.effectiveOn).isEqualTo("2026-02-18");
    }

    @Test
    void a_consent_whose_day_is_not_known_makes_it_agreed_but_not_due_until_the_day_is_told() {
        var amendment = onSignature();
        consent(amendment, signed("PK", "2026-01-15"), signed("PS", null));

        assertThat(amendment.status).isEqualTo(AmendmentStatus.AGREED);
        assertThat(amendment.effectiveOn).isNull();
        assertThat(amendment.isDue(TODAY)).isFalse();

        consent(amendment, signed("PS", "2026-01-18"));
        assertThat(amendment.effectiveOn).isEqualTo("2026-01-18");
        assertThat(amendment.consents).hasSize(2);
    }

    @Test
    void nobody_consents_twice_or_after_the_end() {
        var amendment = onSignature();
        consent(amendment, signed("PK", "2026-01-15"));

        assertThatThrownBy(() -> consent(amendment, signed("PK", "2026-01-16")))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("the signature of PK is recorded already");
        amendment.withdraw("no need", NOW);
        assertThatThrownBy(() -> consent(amendment, signed("PS", "2026-01-16")))
                .hasMessage("an amendment that is WITHDRAWN takes no consents");
    }

    @Test
    void words_that_somebody_consented_to_stay() {
        var amendment = onSignature();
        amendment.redraft(amendment.form(), NOW);
        consent(amendment, signed("PK", "2026-01-15"));

        assertThatThrownBy(() -> amendment.redraft(amendment.form(), NOW))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("PK has consented to these words");
    }

    @Test
    void what_is_in_effect_is_not_withdrawn() {
        var amendment = onSignature();
        consent(amendment, signed("PK", "2026-01-15"), signed("PS", "2026-01-15"));
        var applied = amendment.takeEffect(List.of(), NOW);

        assertThat(applied.effectiveOn()).isEqualTo("2026-01-15");
        assertThatThrownBy(() -> amendment.withdraw("too late", NOW))
                .hasMessage("an amendment that is IN_EFFECT cannot be withdrawn");
    }

    @Test
    void a_consent_of_a_stranger_of_tomorrow_or_before_the_agreement_is_refused() {
        var signed = Optional.of(LocalDate.parse("2025-09-17"));

        assertThat(signed("XX", "2026-01-15").violations("", SIDES, signed, TODAY))
                .extracting("field", "message")
                .containsExactly(tuple("party", "is not the code of a party of this agreement"));
        assertThat(signed("PK", "2026-01-21").violations("", SIDES, signed, TODAY))
                .extracting("message")
                .containsExactly("must not be after today, 2026-01-20");
        assertThat(signed("PK", "2025-09-16").violations("", SIDES, signed, TODAY))
                .extracting("message")
                .containsExactly("must not be before the agreement was signed, 2025-09-17");
        assertThat(signed("PK", "2026-01-20").violations("", SIDES, signed, TODAY))
                .isEmpty();
        assertThat(signed("PK", "2025-09-17").violations("", SIDES, signed, TODAY))
                .isEmpty();
    }
}
