package org.moutracker.agreements.decision;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What was made of decisions so far. */
@ApplicationScoped
class DecisionEffects implements PanacheRepositoryBase<DecisionEffect, UUID> {

    /** Of some decisions, by id. */
    Map<UUID, DecisionEffect> of(Collection<UUID> decisions) {
        return list("decisionId in ?1", decisions).stream().collect(toMap(effect -> effect.id, effect -> effect));
    }
}
