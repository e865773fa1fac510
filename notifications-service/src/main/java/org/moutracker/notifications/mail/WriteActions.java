package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
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
        return write(letter, action -> address(letter, action));
    }

    /** With signs for the addresses, which each reader has of his own. */
    Actions draft(Letter.OfStep letter) {
        return write(letter, action -> Gap.of(action).sign());
    }

    /** The page on which one reader does it. */
    String address(Letter.OfStep letter, Action action) {
        return links.address(letter.told().link(action, letter.firedAt()));
    }

    private static Actions write(Letter.OfStep letter, Function<Action, String> address) {
        var language = Language.of(letter.language());
        var say = language.aboutActions();
        var told = letter.told();
        var buttons = offered(told)
                .map(action -> new Button(label(say, action), address.apply(action)))
                .toList();
        var until = told.link(Action.OPEN, letter.firedAt()).expiresAt();
        return new Actions(
                language,
                say.heading(),
                buttons,
                say.until(Days.full(until.atOffset(UTC).toLocalDate(), language)));
    }

    static Stream<Action> offered(Told told) {
        return Stream.of(Action.ACKNOWLEDGE, Action.SNOOZE, Action.DONE, Action.OPEN)
                .filter(action -> action != Action.DONE || told.canBeDone());
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
