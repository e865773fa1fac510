package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.workinggroup.Role;

/** What is to be written to whom. Says only its id when it is printed. */
public sealed interface Letter {

    /** The message's own, which makes its repeats the same message. */
    UUID id();

    String reader();

    String mailbox();

    Instant firedAt();

    /** That a step of a ladder has come. */
    record OfStep(
            UUID id,
            UUID readerId,
            String reader,
            String mailbox,
            String party,
            Role role,
            ZoneId zone,
            Step step,
            Level level,
            Instant firedAt,
            AlertContent content)
            implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /** That dates have moved. */
    record OfMoves(UUID id, String reader, String mailbox, Instant firedAt, Moves moves) implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }
}
