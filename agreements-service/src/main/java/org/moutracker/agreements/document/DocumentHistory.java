package org.moutracker.agreements.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The histories of documents. */
@ApplicationScoped
class DocumentHistory implements PanacheRepositoryBase<DocumentChange, UUID> {

    List<DocumentChange> page(UUID document, UUID after, int rows) {
        return find("documentId = ?1 and id > ?2 order by id", document, after)
                .page(0, rows)
                .list();
    }
}
