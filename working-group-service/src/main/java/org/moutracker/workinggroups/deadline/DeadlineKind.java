package org.moutracker.workinggroups.deadline;

import java.util.Arrays;
import java.util.Optional;

/** What a deadline is for. */
public enum DeadlineKind {
    /** A body is to be established. */
    ESTABLISHMENT(Nature.DUTY),
    /** Somebody is to be named. */
    NOMINATION(Nature.DUTY),
    /** A meeting is to be held. */
    MEETING(Nature.DUTY),
    /** Minutes are to be circulated or agreed. */
    MINUTES(Nature.DUTY),
    /** Something is to be reported. */
    REPORT(Nature.DUTY),
    /** Somebody took something on. */
    ACTION(Nature.DUTY),
    /** A side is to make up its mind. */
    DECISION(Nature.DUTY),
    /** Anything else that was promised. */
    DELIVERY(Nature.DUTY),
    /** Word of what has no date: nothing is due by it, but a long silence is told. */
    STAGNATION(Nature.DUTY),
    /** The last day on which a side can prevent a tacit renewal. */
    RENEWAL_OBJECTION(Nature.CHANCE),
    /** The last day on which a notice of termination still ends the agreement with its term. */
    TERMINATION_NOTICE(Nature.CHANCE),
    ENTRY_INTO_FORCE(Nature.EVENT),
    RENEWAL(Nature.EVENT),
    EXPIRY(Nature.EVENT),
    TERMINATION(Nature.EVENT);

    /** What it means when the last day passes. */
    enum Nature {
        /** Something has to be done: it stays open and is overdue. */
        DUTY,
        /** Something could be done: the chance is over. */
        CHANCE,
        /** Something comes by itself: it has come. */
        EVENT
    }

    private final Nature nature;

    DeadlineKind(Nature nature) {
        this.nature = nature;
    }

    DeadlineStatus oncePassed() {
        return switch (nature) {
            case DUTY -> DeadlineStatus.ACTIVE;
            case CHANCE -> DeadlineStatus.LAPSED;
            case EVENT -> DeadlineStatus.MET;
        };
    }

    /**
     * Whether it stands still while its agreement is suspended. Suspension releases from performance (Vienna Convention
     * on the Law of Treaties, article 72); it stops no term, and no chance to end one.
     */
    boolean isSuspendable() {
        return nature == Nature.DUTY;
    }

    /** Whether a person can enter one; the others follow from an agreement or a group. */
    boolean isEntered() {
        return nature == Nature.DUTY && this != ESTABLISHMENT && !isWatch();
    }

    /** Whether only what it watches can move or meet it, and no person. */
    boolean isWatch() {
        return this == STAGNATION;
    }

    /** The kind of that name; empty for one that this version does not know. */
    public static Optional<DeadlineKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
