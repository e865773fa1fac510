package org.moutracker.agreements.document;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which documents have content, and where. */
@ApplicationScoped
class Contents implements PanacheRepositoryBase<Content, UUID> {

    Map<UUID, Content> of(Collection<UUID> documents) {
        return find("documentId in ?1", documents).stream().collect(toMap(content -> content.documentId, identity()));
    }
}
