package org.moutracker.notifications.verification;

import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.recipient.MaskedAddress;

/**
 * A page as its template needs it: every line said, only layout is left.
 *
 * @param address null unless there is something to confirm
 * @param button null likewise
 */
public record Page(
        Language language,
        String title,
        @Nullable String greeting,
        String text,
        @Nullable String address,
        @Nullable String button) {

    Frame frame() {
        return new Frame(language, title);
    }

    /** Asks whether the address is right. */
    static Page asking(Language language, String name, String address) {
        var say = language.aboutAddresses();
        return new Page(
                language, say.askTitle(), say.greeting(name), say.askText(), MaskedAddress.of(address), say.yes());
    }

    static Page done(Language language) {
        var say = language.aboutAddresses();
        return new Page(language, say.doneTitle(), null, say.doneText(), null, null);
    }

    /** Says why a link does nothing. */
    static Page refusing(Language language, LinkState state) {
        var say = language.aboutAddresses();
        var text =
                switch (state) {
                    case USED -> say.used();
                    case SUPERSEDED -> say.superseded();
                    case EXPIRED -> say.expired();
                    case UNKNOWN -> say.unknown();
                    case OPEN -> throw new IllegalArgumentException("an open link is refused to nobody");
                };
        return new Page(language, say.refusedTitle(), null, text, null, null);
    }
}
