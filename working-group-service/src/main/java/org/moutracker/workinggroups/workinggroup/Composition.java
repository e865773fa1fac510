package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who must sit in a group before it is complete.
 *
 * @param minimumPerSide how many must speak for each side
 * @param coChairPerSide whether each side must name a co-chair, who is one of them
 * @param acceptance whether a nominated member counts only after accepting
 */
public record Composition(
        @Min(0) @Max(100) @Schema(required = true, examples = "1")
        int minimumPerSide,

        @Schema(required = true) boolean coChairPerSide,
        @Schema(required = true) boolean acceptance) {

    /** What holds when nothing was agreed: a co-chair of each side, by nomination. */
    public static final Composition USUAL = new Composition(1, true, false);

    /** Who has yet to be named, side by side. */
    List<Missing> missing(Collection<String> sides, List<Member> members) {
        var missing = new ArrayList<Missing>();
        for (var side : sides) {
            var counted = members.stream()
                    .filter(member -> member.side().equals(side) && counts(member))
                    .map(Member::role)
                    .toList();
            var named = counted.stream().filter(MemberRole::countsTowardMinimum).count();
            if (coChairPerSide && !counted.contains(MemberRole.CO_CHAIR)) {
                missing.add(new Missing(side, MemberRole.CO_CHAIR));
                // Once named, the co-chair is one of the minimum.
                named++;
            }
            for (; named < minimumPerSide; named++) {
                missing.add(new Missing(side, MemberRole.MEMBER));
            }
        }
        return missing;
    }

    /** The sides for which nobody sits who speaks for them. */
    List<String> vacant(Collection<String> sides, List<Member> members) {
        return sides.stream()
                .filter(side -> members.stream()
                        .noneMatch(member -> member.side().equals(side)
                                && counts(member)
                                && member.role().countsTowardMinimum()))
                .toList();
    }

    private boolean counts(Member member) {
        return switch (member.status()) {
            case NOMINATED -> !acceptance;
            case ACTIVE -> true;
            case ENDED -> false;
        };
    }
}
