package org.moutracker.platform.access;

/** How much of what is at an address somebody may reach; the later, the more. */
public enum Reach {
    NOTHING,
    /** What is the caller's own; the service knows what that is. */
    OWN,
    /** All of it, for those who keep the register: people of a party reach nothing. */
    REGISTER,
    ALL;

    static Reach named(String cell) {
        return switch (cell) {
            case "" -> NOTHING;
            case "own" -> OWN;
            case "register" -> REGISTER;
            case "all" -> ALL;
            default -> throw new IllegalArgumentException("\"%s\" is none of all, register and own".formatted(cell));
        };
    }

    Reach of(boolean ofParty) {
        return switch (this) {
            case NOTHING, OWN, ALL -> this;
            case REGISTER -> ofParty ? NOTHING : ALL;
        };
    }
}
