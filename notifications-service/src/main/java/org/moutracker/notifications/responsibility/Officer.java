package org.moutracker.notifications.responsibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the register's own side who answers for an agreement, or follows it.
 *
 * @param until the last day; null while it is not known
 */
public record Officer(
        UUID personId, Role role, LocalDate from, @Nullable LocalDate until) {

    /** What somebody is to an agreement: the officer who leads, one beside, or somebody who only wants to know. */
    public enum Role {
        LEAD,
        OFFICER,
        FOLLOWER;

        /** Whether somebody in that role has to act; who only wants to know looks it up. */
        public boolean isResponsible() {
            return switch (this) {
                case LEAD, OFFICER -> true;
                case FOLLOWER -> false;
            };
        }
    }
}
