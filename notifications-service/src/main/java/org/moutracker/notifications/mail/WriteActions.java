package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.moutracker.notifications.mail.Actions.Button;

/** Offers the reader of an alert what he can do about it. */
@ApplicationScoped
class WriteActions {

    private final ActionLinks links;

    WriteActions(ActionLinks links) {
        this.links = links;
    }

    Actions write(Letter.OfStep letter) {
        var language = Language.of(letter.language());
        var say = language.aboutActions();
        var told = letter.told();
        var buttons = Stream.of(Action.ACKNOWLEDGE, Action.SNOOZE, Action.DONE, Action.OPEN)
                .filter(action -> action != Action.DONE || told.canBeDone())
                .map(action -> new Button(label(say, action), links.address(told.link(action, letter.firedAt()))))
                .toList();
        var until = told.link(Action.OPEN, letter.firedAt()).expiresAt();
        return new Actions(
                language,
                say.heading(),
                buttons,
                say.until(Days.full(until.atOffset(UTC).toLocalDate(), language)));
    }

    private static String label(ActionMessages say, Action action) {
        return switch (action) {
            case ACKNOWLEDGE -> say.acknowledge();
            case SNOOZE -> say.snooze();
            case DONE -> say.done();
            case OPEN -> say.open();
            case DECIDE -> say.decide();
        };
    }
}
