package org.moutracker.notifications.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What a link lets whoever has it do, once. All of it follows from the message that it stands in, so that the same message
 * has the same links however often it is written.
 *
 * @param subject the alert; of a decision the notice that asks for it
 * @param round how often the reader wanted to hear of the alert again: each of its messages has links of its own
 */
public record ActionLink(UUID subject, int round, Action action, Instant expiresAt) {

    // Who comes back from a month of leave finds links that work; nor can an alert be put off for longer, so that the
    // links
    // of the next round are good for as long at least. The alert's own end is no measure: a notice that something is
    // overdue
    // has none. What is not true any more is found out by looking.
    private static final Duration VALID_FOR = Duration.ofDays(30);

    static ActionLink of(UUID subject, int round, Action action, Instant writtenAt) {
        var until = writtenAt.plus(VALID_FOR.multipliedBy(round + 1L));
        return new ActionLink(subject, round, action, until.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What is signed, in order. */
    List<String> parts() {
        return List.of(
                subject.toString(), String.valueOf(round), action.word(), String.valueOf(expiresAt.getEpochSecond()));
    }
}
