package org.moutracker.workinggroups.workinggroup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks what is known of the agreements that groups see to. */
public interface MandatingAgreements {

    /** An agreement as far as a group needs it. */
    record Mandating(UUID id, List<GroupParty> parties, Grounds grounds) {}

    /** Those of them that are known, by id. */
    Map<UUID, Mandating> of(Collection<UUID> agreements);
}
