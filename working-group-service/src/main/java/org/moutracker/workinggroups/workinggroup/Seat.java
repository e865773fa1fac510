package org.moutracker.workinggroups.workinggroup;

import java.util.UUID;

/** Somebody who sits in a group now, as far as its meetings need it. */
public record Seat(UUID memberId, UUID personId, String party, String side, Voice voice) {

    /** What a seat counts for where a side must be there. */
    public enum Voice {
        CO_CHAIR,
        /** Speaks for the side. */
        FULL,
        /** Speaks for it in place of somebody who is away. */
        ALTERNATE,
        /** Speaks for nobody: experts, observers. */
        NONE
    }

    static Seat of(Member member) {
        return new Seat(member.id(), member.personId(), member.party(), member.side(), voice(member.role()));
    }

    private static Voice voice(MemberRole role) {
        return switch (role) {
            case CO_CHAIR -> Voice.CO_CHAIR;
            case MEMBER, SECRETARY, FOCAL_POINT -> Voice.FULL;
            case ALTERNATE -> Voice.ALTERNATE;
            case EXPERT, OBSERVER -> Voice.NONE;
        };
    }
}
