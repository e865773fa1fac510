package org.moutracker.agreements.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which documents the present caller can refer to. */
@ApplicationScoped
public class KnownDocuments {

    private final DocumentRepository documents;
    private final Viewer viewer;

    KnownDocuments(DocumentRepository documents, Viewer viewer) {
        this.documents = documents;
        this.viewer = viewer;
    }

    public boolean isKnown(UUID agreementId, UUID id) {
        return documents
                .findByIdOptional(id)
                .filter(document -> document.agreementId.equals(agreementId) && !document.isVoid())
                .filter(viewer.viewpoint()::sees)
                .isPresent();
    }
}
