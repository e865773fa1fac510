package org.moutracker.workinggroups.workinggroup;

import java.util.List;
import java.util.UUID;

/** The commitment that a group is to be established, as far as the group needs it. */
public record Mandate(
        UUID agreementId,
        UUID commitmentId,
        String name,
        String type,
        List<String> functions,
        Composition composition,
        List<GroupParty> parties) {}
