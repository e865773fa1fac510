package org.moutracker.workinggroups.workinggroup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group is founded on: a commitment that it is to be established, or somebody's word.
 *
 * @param agreements what it sees to
 * @param commitmentId null for a group that nobody has committed to
 * @param parent the group that it belongs to
 * @param terms by which rules it works
 */
public record Mandate(
        List<UUID> agreements,
        @Nullable UUID commitmentId,
        @Nullable UUID parent,
        String name,
        String type,
        List<String> functions,
        Composition composition,
        List<GroupParty> parties,
        TermsOfReference terms,
        Grounds grounds) {

    public Mandate {
        agreements = List.copyOf(agreements);
        functions = List.copyOf(functions);
        parties = List.copyOf(parties);
    }

    /** By a commitment. */
    public Mandate(
            UUID agreementId,
            UUID commitmentId,
            String name,
            String type,
            List<String> functions,
            Composition composition,
            List<GroupParty> parties) {
        this(
                List.of(agreementId),
                commitmentId,
                null,
                name,
                type,
                functions,
                composition,
                parties,
                TermsOfReference.USUAL,
                Grounds.STANDING);
    }
}
