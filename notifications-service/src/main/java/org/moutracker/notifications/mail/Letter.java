package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.workinggroup.Role;

/**
 * What is to be written to whom. Says only its id when it is printed.
 *
 * @param id the message's own, which makes its repeats the same message
 */
public record Letter(
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
        AlertContent content) {

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
