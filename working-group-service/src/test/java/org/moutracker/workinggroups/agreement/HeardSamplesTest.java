package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.workinggroup.Composition;
import org.moutracker.workinggroups.workinggroup.GroupParty;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeardSamplesTest {

    private static final UUID AGREEMENT = UUID.fromString("01995778-5a00-7000-8000-00000000a001");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mou.agreement.signed.v1",
                "mou.agreement.entered-into-force.v1",
                "mou.agreement.changed.v1",
                "mou.agreement.legal-event-recorded.v1"
            })
    void every_event_of_an_agreement_is_understood(String type) {
        var agreement = KnownAgreement.of(Contract.read(type, AgreementState.class));

        assertThat(agreement.id()).isEqualTo(AGREEMENT);
        assertThat(agreement.parties())
                .containsExactly(new GroupParty("PK", "PK", "Asia/Karachi"), new GroupParty("PS", "PS", "Asia/Hebron"));
        assertThat(agreement.facts()).containsEntry("STATEMENT_MADE", "2025-09-17");
    }

    @ParameterizedTest
    @CsvSource({"mou.agreement.voided.v1, true", "mou.agreement.merged.v1, true", "mou.agreement.reinstated.v1, false"})
    void that_an_agreement_was_a_mistake_is_understood(String type, boolean isVoid) {
        assertThat(KnownAgreement.of(Contract.read(type, AgreementState.class)).isVoid())
                .isEqualTo(isVoid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mou.commitment.opened.v1", "mou.commitment.reported-fulfilled.v1", "mou.commitment.reopened.v1"
            })
    void every_event_of_a_commitment_is_understood(String type) {
        var commitment = Contract.read(type, CommitmentState.class);

        assertThat(commitment.agreementId()).isEqualTo(AGREEMENT);
        assertThat(commitment.code()).isEqualTo("C-01");
        assertThat(commitment.body())
                .isEqualTo(new CommitmentState.Body(
                        "Pakistan–Palestine Health Working Group",
                        "JOINT_WORKING_GROUP",
                        List.of("SUPERVISE"),
                        new Composition(1, true, false)));
        assertThat(Objects.requireNonNull(commitment.rule())).containsKeys("anchor", "steps", "calendars", "clock");
    }

    @ParameterizedTest
    @CsvSource({
        "mou.commitment.progress-reported.v1,   IN_PROGRESS",
        "mou.commitment.confirmed.v1,           REPORTED_FULFILLED",
        "mou.commitment.disputed.v1,            DISPUTED",
        "mou.commitment.partially-fulfilled.v1, PARTIALLY_FULFILLED",
        "mou.commitment.not-fulfilled.v1,       NOT_FULFILLED"
    })
    void what_the_sides_say_of_a_commitment_is_understood(String type, String status) {
        var commitment = Contract.read(type, CommitmentState.class).checked();

        assertThat(commitment.agreementId()).isEqualTo(AGREEMENT);
        assertThat(commitment.status()).isEqualTo(status);
        assertThat(commitment.obligors()).containsExactly("PK");
    }
}
