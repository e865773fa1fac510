package org.moutracker.agreements.life;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.moutracker.agreements.life.AgreementStatus.EXPIRED;
import static org.moutracker.agreements.life.AgreementStatus.IN_FORCE;
import static org.moutracker.agreements.life.AgreementStatus.SIGNED;
import static org.moutracker.agreements.life.AgreementTime.Kind.EXPIRY;
import static org.moutracker.agreements.life.AgreementTime.Kind.RENEWAL;
import static org.moutracker.agreements.life.LegalEventType.NOTIFICATION_RECEIVED;
import static org.moutracker.agreements.life.LegalEventType.RENEWAL_OBJECTED;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** What an amendment of its terms does to a life: from its day on, and nothing before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendedLifeTest {

    private static final Term TWO_YEARS = new Term(Period.ofYears(2), null, null, null, null);

    private static Term years(int years, @Nullable Renewal renewal) {
        return new Term(Period.ofYears(years), null, renewal, null, null);
    }

    private static Renewal everyYears(int years) {
        return new Renewal(Period.ofYears(years), null, null);
    }

    private static Story inForce(Term term) {
        return Story.of(Story.ON_SIGNATURE, term).signed("PK", "2025-09-17").signed("PS", "2025-09-17");
    }

    private static @Nullable LocalDate end(Story story) {
        var term = story.standing().currentTerm();
        return term == null ? null : term.endsOn();
    }

    @Test
    void a_longer_term_counts_from_the_entry_into_force() {
        var longer = inForce(TWO_YEARS).amended("2026-03-01", Story.ON_SIGNATURE, years(5, null));

        assertThat(end(longer.on("2026-02-28"))).isEqualTo("2027-09-17");
        assertThat(end(longer.on("2026-03-01"))).isEqualTo("2030-09-17");
        assertThat(longer.on("2026-03-01").standing().facts().get(AnchorEvent.EXPIRY))
                .isEqualTo(PartialDate.parse("2030-09-17"));
        assertThat(longer.on("2030-09-17").status()).isEqualTo(IN_FORCE);
        assertThat(longer.on("2030-09-18").status()).isEqualTo(EXPIRED);
    }

    @Test
    void a_longer_term_that_takes_effect_right_after_the_last_day_leaves_no_gap() {
        var story = inForce(TWO_YEARS).amended("2027-09-18", Story.ON_SIGNATURE, years(5, null));

        assertThat(story.on("2027-09-18").status()).isEqualTo(IN_FORCE);
        assertThat(story.on("2027-09-18").happenings()).containsExactly("ENTERED_INTO_FORCE 2025-09-17");
    }

    @Test
    void a_day_later_nothing_is_left_to_amend() {
        var story = inForce(TWO_YEARS).amended("2027-09-19", Story.ON_SIGNATURE, years(5, null));

        assertThat(story.on("2027-09-19").status()).isEqualTo(EXPIRED);
        assertThat(story.on("2027-09-19").happenings()).endsWith("EXPIRED 2027-09-18");
    }

    @Test
    void what_renewed_it_before_stays_and_later_renewals_follow_the_new_rule() {
        var story = inForce(years(2, everyYears(1))).amended("2028-12-01", Story.ON_SIGNATURE, years(2, everyYears(3)));

        assertThat(story.on("2033-01-01").happenings())
                .containsExactly(
                        "ENTERED_INTO_FORCE 2025-09-17",
                        "RENEWED 2027-09-18",
                        "RENEWED 2028-09-18",
                        "RENEWED 2029-09-18",
                        "RENEWED 2032-09-18");
    }

    @Test
    void another_length_takes_the_place_of_the_renewals_so_far_and_of_an_objection() {
        var story = inForce(years(2, everyYears(1)))
                .on("2029-01-10")
                .record(RENEWAL_OBJECTED)
                .amended("2029-03-01", Story.ON_SIGNATURE, years(6, everyYears(1)));

        assertThat(end(story.on("2029-02-28"))).isEqualTo("2029-09-17");
        assertThat(end(story.on("2029-03-01"))).isEqualTo("2031-09-17");
        assertThat(story.on("2031-09-18").happenings()).endsWith("RENEWED 2031-09-18");
        assertThat(requireNonNull(story.on("2031-09-18").standing().currentTerm())
                        .renewals())
                .isEqualTo(3);
    }

    @Test
    void an_objection_stands_when_the_length_stays() {
        var story = inForce(years(2, everyYears(1)))
                .on("2027-01-10")
                .record(RENEWAL_OBJECTED)
                .amended("2027-03-01", Story.ON_SIGNATURE, years(2, everyYears(4)));

        assertThat(story.on("2027-09-18").status()).isEqualTo(EXPIRED);
    }

    @Test
    void a_term_can_become_indefinite_and_limited_again() {
        var indefinite = new Term(null, null, null, Period.ofMonths(6), null);
        var story = inForce(TWO_YEARS)
                .amended("2026-01-01", Story.ON_SIGNATURE, indefinite)
                .amended(
                        "2040-01-01",
                        Story.ON_SIGNATURE,
                        new Term(null, LocalDate.parse("2041-12-31"), null, null, null));

        assertThat(story.on("2039-12-31").status()).isEqualTo(IN_FORCE);
        assertThat(end(story.on("2039-12-31"))).isNull();
        assertThat(end(story.on("2040-01-01"))).isEqualTo("2041-12-31");
        assertThat(story.on("2042-01-01").status()).isEqualTo(EXPIRED);
    }

    @Test
    void a_rule_of_entry_into_force_is_amended_as_long_as_it_has_not_been_fulfilled() {
        var byNotification = new EntryIntoForce(EntryIntoForce.Kind.LAST_NOTIFICATION, null, null, null, null);
        var byOne = new EntryIntoForce(EntryIntoForce.Kind.N_CONSENTS, null, 1, null, null);
        var story = Story.of(byNotification, null)
                .signed("PK", "2025-09-17")
                .signed("PS", "2025-09-17")
                .on("2025-12-01")
                .record(NOTIFICATION_RECEIVED, "PK");

        assertThat(story.status()).isEqualTo(SIGNED);
        var amended = story.amended("2026-02-01", byOne, null);
        assertThat(amended.on("2026-01-31").status()).isEqualTo(SIGNED);
        assertThat(amended.on("2026-02-01").status()).isEqualTo(IN_FORCE);
        assertThat(amended.on("2026-02-01").standing().enteredIntoForceOn()).isEqualTo("2025-12-01");
    }

    @Test
    void the_times_say_which_amendment_their_rules_come_from() {
        var story = inForce(years(2, everyYears(1)))
                .amended("2027-03-01", Story.ON_SIGNATURE, years(2, everyYears(4)))
                .amended("2028-03-01", Story.ON_SIGNATURE, years(9, everyYears(4)));

        assertThat(story.on("2027-02-28").standing().times())
                .extracting("amendment")
                .containsOnlyNulls();
        assertThat(story.on("2027-10-01").standing().times())
                .extracting("kind", "occurrence", "amendment")
                .contains(tuple(EXPIRY, 0, 1), tuple(EXPIRY, 1, 1), tuple(RENEWAL, 2, 1));
        assertThat(story.on("2028-03-01").standing().times())
                .extracting("kind", "occurrence", "amendment")
                .contains(tuple(EXPIRY, 0, 1), tuple(EXPIRY, 1, 2), tuple(RENEWAL, 2, 2));
    }

    @Test
    void one_that_is_to_come_changes_nothing_yet() {
        var story = inForce(TWO_YEARS).amended("2026-03-01", Story.ON_SIGNATURE, years(5, null));

        assertThat(story.on("2026-02-28").standing())
                .isEqualTo(inForce(TWO_YEARS).on("2026-02-28").standing());
    }
}
