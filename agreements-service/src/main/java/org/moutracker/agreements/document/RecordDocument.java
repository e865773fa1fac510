package org.moutracker.agreements.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.document.DocumentChange.What;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** Enters documents and voids them, each with a line of history. */
@ApplicationScoped
class RecordDocument {

    private final KnownAgreements agreements;
    private final DocumentRepository documents;
    private final DocumentHistory history;
    private final Viewer viewer;
    private final InstantSource clock;

    RecordDocument(
            KnownAgreements agreements,
            DocumentRepository documents,
            DocumentHistory history,
            Viewer viewer,
            InstantSource clock) {
        this.agreements = agreements;
        this.documents = documents;
        this.history = history;
        this.viewer = viewer;
        this.clock = clock;
    }

    Document record(UUID agreementId, DocumentForm form) {
        var agreement = agreements.lock(agreementId);
        form.check(agreement, viewer.viewpoint());
        var document = new Document(agreement, form, clock.instant(), viewer.name());
        if (form.replaces() != null) {
            replace(older(agreementId, form.replaces()), document);
        }
        if (document.decides()) {
            requireNoneDecides(agreementId);
        }
        documents.persist(document);
        tell(document, What.RECORDED, null);
        documents.flush();
        return document;
    }

    private Document older(UUID agreementId, UUID id) {
        var older = documents
                .findByIdOptional(id)
                .filter(viewer.viewpoint()::sees)
                .filter(document -> document.agreementId.equals(agreementId))
                .orElseThrow(() -> new InvalidRequest("replaces", "must be a document of this agreement"));
        documents.lock(older);
        return older;
    }

    private void replace(Document older, Document newer) {
        older.giveWay(newer);
        tell(older, What.REPLACED, null);
        // Before the newer one is there, since only one of the two can be the one that decides.
        documents.flush();
    }

    private void requireNoneDecides(UUID agreementId) {
        if (documents.isDecided(agreementId)) {
            throw new RuleViolated("another document of this agreement prevails already: replace or void that first");
        }
    }

    void makeVoid(Document document, String reason) {
        document.makeVoid(reason, clock.instant(), viewer.name());
        tell(document, What.VOIDED, reason);
        documents.flush();
        for (var older : documents.list("replacedBy", document.id)) {
            documents.lock(older);
            restore(older, document);
        }
        documents.flush();
    }

    private void restore(Document older, Document mistaken) {
        if (older.stands(mistaken)) {
            if (older.prevailing) {
                requireNoneDecides(older.agreementId);
            }
            tell(older, What.RESTORED, mistaken.voidReason);
        }
        older.comeBack(mistaken);
    }

    /** Locks a document for a change, after its agreement. */
    Document lock(UUID id) {
        var document = documents.get(id, viewer.viewpoint());
        agreements.lock(document.agreementId);
        documents.lock(document);
        return document;
    }

    private void tell(Document document, What what, @Nullable String reason) {
        history.persist(new DocumentChange(document.id, what, reason, clock.instant(), viewer.name()));
    }
}
