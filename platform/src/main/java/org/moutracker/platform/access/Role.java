package org.moutracker.platform.access;

import java.util.Locale;
import java.util.Optional;

/** What somebody is to the system, as the identity provider says. Its name in a token is in lower case. */
public enum Role {
    /** Keeps the register of agreements. */
    REGISTRAR,
    /** Sees to the agreements that were given to him or her. */
    OFFICER,
    /** Runs groups, their meetings and their deadlines. */
    SECRETARY,
    /** Sits in groups. */
    MEMBER,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Sees to it that what is due goes out. */
    OPERATOR,
    /** Another system, which reads. */
    INTEGRATION;

    /** As tokens and tables write it. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String word) {
        for (var role : values()) {
            if (role.inWords().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
