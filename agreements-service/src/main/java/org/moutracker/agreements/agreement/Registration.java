package org.moutracker.agreements.agreement;

import java.util.ArrayList;
import java.util.List;
import org.moutracker.agreements.agreement.LegalEvent.Recording;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.organization.Organization;

/** A new agreement with its ledger and its commitments, held to every rule, before any of it is kept. */
record Registration(Agreement agreement, List<LegalEvent> ledger, List<Commitment> promised) {

    static Registration of(
            Agreement agreement, AgreementForm form, List<Organization> known, Recording recording, CheckLedger check) {
        var ledger = new ArrayList<LegalEvent>();
        form.signatures().forEach(signature -> ledger.add(agreement.sign(signature, recording)));
        form.legalEvents().forEach(event -> ledger.add(LegalEvent.of(agreement.id, event, recording)));
        check.registered(agreement, ledger, known, recording);
        return new Registration(agreement, ledger, promise(agreement, form.commitments()));
    }

    static List<Commitment> promise(Agreement agreement, List<CommitmentForm> forms) {
        return forms.stream().map(form -> new Commitment(agreement.id, form)).toList();
    }
}
