package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says in sentences who we are, and asks whoever reads it to confirm the address. It names nothing official. */
@ApplicationScoped
class WriteVerification {

    private final PublicUrl link;

    WriteVerification(PublicUrl link) {
        this.link = link;
    }

    AddressText write(Letter.OfVerification letter) {
        var language = Language.of(letter.language());
        var say = language.aboutAddresses();
        return new AddressText(
                language,
                say.subject(),
                say.greeting(Isolate.of(Words.line(letter.reader()), language)),
                say.who(),
                say.please(),
                say.confirm(),
                link.of("/address-verifications/" + letter.token().text()),
                say.until(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .localizedBy(language.formats())
                        .format(letter.expiresAt().atOffset(UTC))),
                say.otherwise(),
                say.footer());
    }
}
