package org.moutracker.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.life.AgreementStatus.EXPIRED;
import static org.moutracker.agreements.life.AgreementStatus.IN_FORCE;
import static org.moutracker.agreements.life.AgreementStatus.SIGNED;
import static org.moutracker.agreements.life.AgreementStatus.SUSPENDED;
import static org.moutracker.agreements.life.AgreementStatus.TERMINATED;
import static org.moutracker.agreements.life.AgreementStatus.TERMINATION_NOTIFIED;
import static org.moutracker.agreements.life.LegalEventType.NOTIFICATION_RECEIVED;
import static org.moutracker.agreements.life.LegalEventType.PROVISIONALLY_APPLIED;
import static org.moutracker.agreements.life.LegalEventType.RATIFICATION_EXCHANGED;
import static org.moutracker.agreements.life.LegalEventType.RENEWAL_OBJECTED;
import static org.moutracker.agreements.life.LegalEventType.RESUMED;
import static org.moutracker.agreements.life.LegalEventType.TERMINATION_NOTICE_GIVEN;
import static org.moutracker.agreements.life.LegalEventType.TERMINATION_NOTICE_WITHDRAWN;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LifeTest {

    private static EntryIntoForce entry(EntryIntoForce.Kind kind, @Nullable Object then) {
        return new EntryIntoForce(kind, null, null, then, null);
    }

    @Test
    void a_term_renews_itself_as_often_as_agreed_and_then_expires() {
        var story = Story.inForce();

        assertThat(story.on("2030-09-17").status()).isEqualTo(IN_FORCE);
        assertThat(story.on("2030-09-17").happenings()).containsExactly("ENTERED_INTO_FORCE 2025-09-17");
        assertThat(story.on("2040-01-01").happenings())
                .containsExactly(
                        "ENTERED_INTO_FORCE 2025-09-17",
                        "RENEWED 2030-09-18",
                        "RENEWED 2031-09-18",
                        "EXPIRED 2032-09-18");
        assertThat(story.on("2032-09-17").status()).isEqualTo(IN_FORCE);
        assertThat(story.on("2032-09-18").status()).isEqualTo(EXPIRED);
        assertThat(story.on("2032-09-18").life().next()).isEmpty();
    }

    @Test
    void a_term_that_starts_on_the_last_of_a_month_does_not_drift() {
        var monthly = new Term(Period.ofMonths(1), null, new Renewal(Period.ofMonths(1), null, null), null, null);
        var story =
                Story.of(Story.ON_SIGNATURE, monthly).signed("PK", "2024-01-31").signed("PS", "2024-01-31");

        assertThat(story.on("2024-05-15").happenings())
                .containsExactly(
                        "ENTERED_INTO_FORCE 2024-01-31",
                        "RENEWED 2024-03-01",
                        "RENEWED 2024-03-30",
                        "RENEWED 2024-04-30");
    }

    @Test
    void an_objection_in_time_lets_it_expire() {
        var objected = Story.inForce().on("2030-03-17").record(RENEWAL_OBJECTED);

        assertThat(objected.isRefused()).isFalse();
        assertThat(objected.on("2030-09-18").status()).isEqualTo(EXPIRED);
        assertThat(objected.on("2030-09-18").times())
                .containsExactly(
                        "ENTRY_INTO_FORCE 0 HAPPENED",
                        "EXPIRY 0 HAPPENED",
                        "RENEWAL 1 OVER",
                        "RENEWAL_OBJECTION 0 HAPPENED",
                        "TERMINATION_NOTICE 0 OVER");
    }

    @Test
    void an_objection_after_the_last_day_is_refused_with_that_day() {
        var late = Story.inForce().on("2030-03-18").record(RENEWAL_OBJECTED);

        assertThat(late.refusal()).isEqualTo("the last day to object to the renewal was 2030-03-17");
        assertThat(late.on("2030-09-18").status()).isEqualTo(IN_FORCE);
    }

    @Test
    void an_objection_that_is_recorded_late_but_was_made_in_time_takes_the_renewal_back() {
        var renewed = Story.inForce().on("2030-10-01");
        assertThat(renewed.happenings()).contains("RENEWED 2030-09-18");

        var objected = renewed.record(RENEWAL_OBJECTED).lastLineOn("2030-03-01");

        assertThat(objected.happenings()).doesNotContain("RENEWED 2030-09-18").contains("EXPIRED 2030-09-18");
    }

    @Test
    void the_times_of_a_term_are_rules_that_count_from_its_first_day() {
        var renewed = Story.inForce().on("2030-09-18");

        assertThat(renewed.times())
                .containsExactly(
                        "ENTRY_INTO_FORCE 0 HAPPENED",
                        "EXPIRY 0 OVER",
                        "RENEWAL 1 HAPPENED",
                        "RENEWAL_OBJECTION 0 OVER",
                        "TERMINATION_NOTICE 0 OVER",
                        "EXPIRY 1 OPEN",
                        "RENEWAL 2 OPEN",
                        "RENEWAL_OBJECTION 1 OPEN",
                        "TERMINATION_NOTICE 1 OPEN");
        assertThat(renewed.rule(AgreementTime.Kind.RENEWAL_OBJECTION))
                .isEqualTo(Map.of(
                        "anchor",
                        Map.of("event", "ENTRY_INTO_FORCE"),
                        "steps",
                        List.of(
                                Map.of("kind", "TERM", "period", "P5Y"),
                                Map.of("kind", "RENEWED", "period", "P1Y", "times", 1),
                                Map.of("kind", "AT_LEAST_BEFORE", "period", "P6M"))));
        assertThat(renewed.standing().currentTerm())
                .isEqualTo(new CurrentTerm(
                        LocalDate.parse("2031-09-17"),
                        1,
                        LocalDate.parse("2031-03-17"),
                        LocalDate.parse("2031-03-17")));
        assertThat(renewed.standing().facts()).containsEntry(AnchorEvent.EXPIRY, PartialDate.parse("2031-09-17"));
    }

    @Test
    void a_last_day_that_has_passed_is_over_on_the_next() {
        var story = Story.inForce();

        assertThat(story.on("2030-03-17").times()).contains("RENEWAL_OBJECTION 0 OPEN");
        assertThat(story.on("2030-03-17").life().next()).contains(LocalDate.parse("2030-03-18"));
        assertThat(story.on("2030-03-18").times()).contains("RENEWAL_OBJECTION 0 OVER", "TERMINATION_NOTICE 0 OVER");
        assertThat(story.on("2030-03-18").life().next()).contains(LocalDate.parse("2030-09-18"));
    }

    @Test
    void an_express_renewal_counts_from_the_end_of_the_term_for_its_own_period() {
        var story = Story.inForce().on("2029-01-10").renewedFor(Period.ofYears(3));

        assertThat(story.standing().facts()).containsEntry(AnchorEvent.EXPIRY, PartialDate.parse("2033-09-17"));
        assertThat(story.on("2034-01-01").happenings()).contains("RENEWED 2029-01-10", "RENEWED 2033-09-18");
    }

    @Test
    void notice_takes_effect_after_its_period_and_can_be_withdrawn_until_then() {
        var notified = Story.inForce().on("2026-03-10").record(TERMINATION_NOTICE_GIVEN);

        assertThat(notified.status()).isEqualTo(TERMINATION_NOTIFIED);
        assertThat(notified.life().next()).contains(LocalDate.parse("2026-09-10"));
        assertThat(notified.on("2026-09-09").status()).isEqualTo(TERMINATION_NOTIFIED);
        assertThat(notified.on("2026-09-10").status()).isEqualTo(TERMINATED);
        assertThat(notified.times())
                .contains(
                        "EXPIRY 0 OVER",
                        "RENEWAL_OBJECTION 0 OVER",
                        "TERMINATION_NOTICE 0 HAPPENED",
                        "TERMINATION 0 OPEN");
        var withdrawn = notified.on("2026-04-01").record(TERMINATION_NOTICE_WITHDRAWN);
        assertThat(withdrawn.status()).isEqualTo(IN_FORCE);
        assertThat(withdrawn.standing().happened()).doesNotContain(TERMINATION_NOTICE_GIVEN);
        assertThat(withdrawn.on("2026-10-01").status()).isEqualTo(IN_FORCE);
        assertThat(withdrawn.times()).contains("TERMINATION 0 OVER", "EXPIRY 0 OPEN");
        assertThat(notified.on("2026-09-10")
                        .record(TERMINATION_NOTICE_WITHDRAWN)
                        .isRefused())
                .isTrue();
    }

    @Test
    void a_notice_by_the_last_day_to_object_is_an_objection_and_a_later_one_is_not() {
        var inTime = Story.inForce().on("2030-03-17").record(TERMINATION_NOTICE_GIVEN);
        var late = Story.inForce().on("2030-06-01").record(TERMINATION_NOTICE_GIVEN);

        assertThat(inTime.on("2031-01-01").happenings()).endsWith("TERMINATED 2030-09-17");
        assertThat(late.on("2031-01-01").happenings()).endsWith("RENEWED 2030-09-18", "TERMINATED 2030-12-01");
    }

    @Test
    void a_suspended_agreement_whose_notice_is_withdrawn_is_suspended_again() {
        var notified = Story.inForce()
                .on("2025-10-01")
                .record(LegalEventType.SUSPENDED)
                .on("2025-11-01")
                .record(TERMINATION_NOTICE_GIVEN);

        assertThat(notified.status()).isEqualTo(TERMINATION_NOTIFIED);
        assertThat(notified.on("2025-12-01")
                        .record(TERMINATION_NOTICE_WITHDRAWN)
                        .status())
                .isEqualTo(SUSPENDED);
    }

    @Test
    void a_suspension_does_not_stop_the_term() {
        var suspended = Story.inForce().on("2025-10-01").record(LegalEventType.SUSPENDED);

        assertThat(suspended.standing().facts()).containsEntry(AnchorEvent.EXPIRY, PartialDate.parse("2030-09-17"));
        assertThat(suspended.on("2040-01-01").status()).isEqualTo(EXPIRED);
    }

    @Test
    void some_areas_can_be_suspended_and_resumed_by_themselves() {
        var two = Story.inForce().on("2025-10-01").areas(LegalEventType.SUSPENDED, "Training", "Ophthalmology");

        assertThat(two.status()).isEqualTo(IN_FORCE);
        assertThat(two.standing().suspension())
                .isEqualTo(new Suspension(LocalDate.parse("2025-10-01"), List.of("Ophthalmology", "Training")));
        var one = two.on("2025-11-01").areas(RESUMED, "Training");
        assertThat(one.standing().suspension())
                .isEqualTo(new Suspension(LocalDate.parse("2025-10-01"), List.of("Ophthalmology")));
        assertThat(one.areas(RESUMED, "Training").refusal()).contains("Training is not suspended");
        assertThat(one.areas(RESUMED).standing().suspension()).isNull();
        assertThat(one.on("2025-12-01").areas(RESUMED).standing().suspensions())
                .containsExactly(
                        period("2025-10-01", "2025-11-01", "Ophthalmology", "Training"),
                        period("2025-11-01", "2025-12-01", "Ophthalmology"));
        assertThat(two.areas(LegalEventType.SUSPENDED, "Training").refusal()).contains("suspended already");
    }

    @Test
    void of_a_whole_suspension_some_areas_can_be_resumed() {
        var resumed = Story.inForce()
                .on("2025-10-01")
                .record(LegalEventType.SUSPENDED)
                .on("2025-11-01")
                .areas(RESUMED, "Training");

        assertThat(resumed.status()).isEqualTo(IN_FORCE);
        assertThat(resumed.standing().suspension())
                .isEqualTo(new Suspension(LocalDate.parse("2025-10-01"), List.of("Ophthalmology", "Pharmaceuticals")));
        assertThat(resumed.standing().suspensions())
                .containsExactly(
                        period("2025-10-01", "2025-11-01"),
                        period("2025-11-01", null, "Ophthalmology", "Pharmaceuticals"));
    }

    private static SuspensionPeriod period(String since, @Nullable String until, String... areas) {
        return new SuspensionPeriod(
                LocalDate.parse(since), until == null ? null : LocalDate.parse(until), List.of(areas));
    }

    @Test
    void a_suspension_that_is_decided_ahead_begins_on_its_day() {
        var decided = Story.inForce().on("2025-10-01").decided(LegalEventType.SUSPENDED, "2025-12-01");

        assertThat(decided.status()).isEqualTo(IN_FORCE);
        assertThat(decided.life().next()).contains(LocalDate.parse("2025-12-01"));
        assertThat(decided.on("2025-12-01").status()).isEqualTo(SUSPENDED);
    }

    @Test
    void the_last_notification_and_a_period_make_it_enter_into_force() {
        var signed = Story.of(entry(EntryIntoForce.Kind.LAST_NOTIFICATION, "P30D"), null)
                .signed("PK", "2025-09-17")
                .signed("PS", "2025-09-17");

        assertThat(signed.standing().waitingFor()).containsExactly("the notification of PK", "the notification of PS");
        var one = signed.on("2025-10-01").record(NOTIFICATION_RECEIVED, "PK-DRAP");
        assertThat(one.standing().waitingFor()).containsExactly("the notification of PS");
        assertThat(one.standing().times().getFirst().parties()).containsExactly("PS");
        var both = one.on("2025-10-10").record(NOTIFICATION_RECEIVED, "PS");
        assertThat(both.status()).isEqualTo(SIGNED);
        assertThat(both.standing().waitingFor()).containsExactly("2025-11-09, the day of its entry into force");
        assertThat(both.on("2025-11-08").status()).isEqualTo(SIGNED);
        assertThat(both.on("2025-11-09").status()).isEqualTo(IN_FORCE);
        assertThat(both.on("2025-11-09").standing().waitingFor()).isEmpty();
    }

    @Test
    void the_first_day_of_the_second_month_following_can_be_agreed() {
        var then = List.of(Map.of("kind", "FIRST_OF_MONTH", "n", 2));
        var signed = Story.of(entry(EntryIntoForce.Kind.ON_SIGNATURE, then), null)
                .signed("PK", "2025-09-10")
                .signed("PS", "2025-09-17");

        assertThat(signed.on("2025-10-31").status()).isEqualTo(SIGNED);
        assertThat(signed.on("2025-11-01").standing().enteredIntoForceOn()).isEqualTo("2025-11-01");
    }

    @Test
    void so_many_consents_are_a_quorum_of_sides() {
        var two = new EntryIntoForce(EntryIntoForce.Kind.N_CONSENTS, null, 2, null, null);
        var signed = Story.of(two, null).signed("PK", "2025-09-17").signed("PS", "2025-09-17");

        assertThat(signed.standing().waitingFor()).containsExactly("2 more consents, of PK or PS");
        var one = signed.on("2025-10-01")
                .record(RATIFICATION_EXCHANGED, "PK")
                .on("2025-10-02")
                .record(NOTIFICATION_RECEIVED, "PK-DRAP");
        assertThat(one.standing().waitingFor()).containsExactly("1 more consent, of PS");
        var both = one.on("2025-10-05").record(NOTIFICATION_RECEIVED, "PS");
        assertThat(both.standing().enteredIntoForceOn()).isEqualTo("2025-10-05");
        assertThat(both.standing().facts()).containsEntry(AnchorEvent.QUORUM_REACHED, PartialDate.parse("2025-10-05"));
    }

    @Test
    void a_printed_day_waits_for_the_last_signature() {
        var on = new EntryIntoForce(EntryIntoForce.Kind.ON_DATE, LocalDate.parse("2025-10-01"), null, null, null);
        var draft = Story.of(on, null).signed("PK", "2025-09-17").on("2025-10-20");

        assertThat(draft.standing().waitingFor()).containsExactly("the signature of PS");
        assertThat(draft.signed("PS", "2025-09-20").standing().enteredIntoForceOn())
                .isEqualTo("2025-10-01");
        assertThat(draft.signed("PS", "2025-10-15").standing().enteredIntoForceOn())
                .isEqualTo("2025-10-15");
    }

    @Test
    void provisional_application_ends_with_the_entry_into_force() {
        var applied = Story.of(entry(EntryIntoForce.Kind.LAST_NOTIFICATION, null), null)
                .signed("PK", "2025-09-17")
                .signed("PS", "2025-09-17")
                .on("2025-10-01")
                .record(PROVISIONALLY_APPLIED);

        assertThat(applied.status()).isEqualTo(SIGNED);
        assertThat(applied.standing().provisionallyAppliedOn()).isEqualTo("2025-10-01");
        var entered =
                applied.on("2025-12-01").record(NOTIFICATION_RECEIVED, "PK").record(NOTIFICATION_RECEIVED, "PS");
        assertThat(entered.status()).isEqualTo(IN_FORCE);
        assertThat(entered.standing().provisionallyAppliedOn()).isNull();
    }

    @Test
    void what_another_organization_of_a_side_adds_later_moves_no_date() {
        var signed = Story.inForce().signed("PK-DRAP", "2025-12-01");

        assertThat(signed.standing().enteredIntoForceOn()).isEqualTo("2025-09-17");
    }

    @Test
    void a_signature_on_a_day_that_proves_unknown_takes_it_out_of_force() {
        var story = Story.inForce();
        var unknown = story.lastLineOn(null);

        assertThat(story.status()).isEqualTo(IN_FORCE);
        assertThat(unknown.status()).isEqualTo(SIGNED);
        assertThat(unknown.standing().waitingFor())
                .containsExactly("the day of the last signature, which is not known");
    }

    @Test
    void a_life_can_be_lived_no_further_than_some_happenings() {
        var story = Story.inForce().on("2040-01-01");

        var life = Life.of(story.terms(), story.lines(), story.today(), 2, Set.of(0, 1, 2));

        assertThat(life.happenings()).hasSize(2);
        assertThat(life.standing().status()).isEqualTo(IN_FORCE);
        assertThat(life.standing().facts()).containsEntry(AnchorEvent.EXPIRY, PartialDate.parse("2031-09-17"));
        assertThat(life.after().get(0)).extracting(Standing::status).isEqualTo(SIGNED);
        assertThat(life.after().get(1)).extracting(Standing::status).isEqualTo(IN_FORCE);
        assertThat(life.after()).containsEntry(2, life.standing());
    }

    @Test
    void an_agreement_for_an_indefinite_time_has_no_end_of_its_own() {
        var story = Story.of(Story.ON_SIGNATURE, new Term(null, null, null, Period.ofMonths(3), null))
                .signed("PK", "2025-09-17")
                .signed("PS", "2025-09-17");

        assertThat(story.life().next()).isEqualTo(Optional.empty());
        assertThat(story.standing().currentTerm()).isNull();
        assertThat(story.on("2026-01-01").renewedFor(Period.ofYears(1)).refusal())
                .isEqualTo("an agreement without a term needs no renewal");
        assertThat(story.on("2026-01-01")
                        .record(TERMINATION_NOTICE_GIVEN)
                        .on("2026-04-01")
                        .status())
                .isEqualTo(TERMINATED);
    }
}
