package org.moutracker.agreements.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.agreement.KnownAgreements.Known;
import org.moutracker.agreements.amendment.KnownAmendments;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.document.KnownDocuments;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/** Enters notes verbales and letters, of things that are there. */
@ApplicationScoped
class RecordCorrespondence {

    // Where a day begins first on earth: no letter bears a day that has begun nowhere.
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final CorrespondenceRepository log;
    private final KnownAgreements agreements;
    private final KnownAmendments amendments;
    private final CommitmentRepository commitments;
    private final KnownDocuments documents;
    private final Caller caller;
    private final InstantSource clock;

    RecordCorrespondence(
            CorrespondenceRepository log,
            KnownAgreements agreements,
            KnownAmendments amendments,
            CommitmentRepository commitments,
            KnownDocuments documents,
            Caller caller,
            InstantSource clock) {
        this.log = log;
        this.agreements = agreements;
        this.amendments = amendments;
        this.commitments = commitments;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    Correspondence record(UUID agreementId, CorrespondenceForm form) {
        var agreement = agreements.lock(agreementId);
        var wrong = violations(agreement, form);
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        var entry = new Correspondence(agreementId, form, clock.instant(), caller.name());
        if (log.isKnown(entry)) {
            throw new RuleViolated(
                    "%s of %s with that date is in the log already".formatted(entry.number, entry.fromParty));
        }
        log.persistAndFlush(entry);
        return entry;
    }

    /** Locks an entry for a change, after its agreement. */
    Correspondence lock(UUID id) {
        var _ = agreements.lock(log.agreementOf(id));
        return log.lock(id);
    }

    Correspondence makeVoid(Correspondence entry, String reason) {
        entry.makeVoid(reason, clock.instant(), caller.name());
        log.flush();
        return entry;
    }

    private List<Violation> violations(Known agreement, CorrespondenceForm form) {
        var wrong = new ArrayList<Violation>();
        party(wrong, agreement, "from", form.from());
        party(wrong, agreement, "to", form.to());
        if (form.from().equals(form.to())) {
            wrong.add(new Violation("to", "must be another party than the sender"));
        }
        if (Correspondence.firstDay(form.dated()).isAfter(LocalDate.ofInstant(clock.instant(), EARLIEST))) {
            wrong.add(new Violation("dated", "must not be after today"));
        }
        for (var i = 0; i < form.about().size(); i++) {
            about(wrong, agreement.id(), "about[%d]".formatted(i), form.about().get(i));
        }
        if (form.document() != null && !documents.isKnown(agreement.id(), form.document())) {
            wrong.add(new Violation("document", "must be a document of this agreement that is not void"));
        }
        return wrong;
    }

    private static void party(List<Violation> wrong, Known agreement, String field, String code) {
        if (!agreement.sides().containsKey(code)) {
            wrong.add(new Violation(field, "is not the code of a party of this agreement"));
        }
    }

    private void about(List<Violation> wrong, UUID agreement, String field, About about) {
        if (!about.isOne()) {
            wrong.add(new Violation(field, "must name exactly one of legalEvent, amendment and commitment"));
            return;
        }
        if (about.legalEvent() != null && !agreements.hasLegalEvent(agreement, about.legalEvent())) {
            wrong.add(new Violation(field + ".legalEvent", "is not a line of this agreement's ledger"));
        }
        if (about.amendment() != null && !amendments.isKnown(agreement, about.amendment())) {
            wrong.add(new Violation(field + ".amendment", "is not the number of an amendment of this agreement"));
        }
        if (about.commitment() != null
                && commitments.count("agreementId = ?1 and code = ?2", agreement, about.commitment()) == 0) {
            wrong.add(new Violation(field + ".commitment", "is not the code of a commitment of this agreement"));
        }
    }
}
