package org.moutracker.agreements.provenance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that sources say of an agreement.
 *
 * @param withdrawn by the id of the statement
 * @param choices the newest of each fact
 */
record Said(List<SourceStatement> all, Map<UUID, Withdrawal> withdrawn, Map<String, Choice> choices) {

    boolean isWithdrawn(SourceStatement statement) {
        return withdrawn.containsKey(statement.id);
    }

    List<SourceStatement> standing() {
        return all.stream().filter(statement -> !isWithdrawn(statement)).toList();
    }
}
