package org.moutracker.notifications.action;

import java.time.Instant;
import java.time.LocalDate;
import org.moutracker.notifications.mail.ActionLink;
import org.moutracker.notifications.mail.ActionMessages;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.Words;

/** A link that can be used, what it leads to, and the language of its reader. */
record Followed(ActionLink link, Standing.Open standing, Language language) {

    ActionMessages say() {
        return language.aboutActions();
    }

    String title() {
        return Words.line(standing.outlook().situation().deadline().title());
    }

    /** What the page is called. */
    String heading() {
        var say = say();
        return switch (link.action()) {
            case ACKNOWLEDGE -> say.acknowledge();
            case SNOOZE -> say.snooze();
            case DONE -> say.done();
            case OPEN -> say.open();
            case DECIDE -> say.decide();
        };
    }

    /** The day that it is by the reader's clock. */
    LocalDate today(Instant now) {
        return now.atZone(standing.alert().zone()).toLocalDate();
    }

    /** Until when it counts at most that he knows. */
    Instant knowsUntil(Instant now) {
        var alert = standing.alert();
        var ladder = standing.outlook().situation().plan().ladder();
        return standing.outlook()
                .knowsUntil(alert.recipientId(), ladder.at(alert.step().offset()), now);
    }
}
