package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in sentences who we are, and asks whoever reads it to confirm the address. It names nothing official. */
@ApplicationScoped
class WriteVerification {

    private final String link;

    WriteVerification(@ConfigProperty(name = "mou.public-url") String publicUrl) {
        if (!publicUrl.matches("https?://[^\\s?#]+")) {
            throw new IllegalStateException("mou.public-url must be the http(s) address at which people reach us");
        }
        this.link = publicUrl.replaceAll("/+$", "") + "/address-verifications/";
    }

    AddressText write(Letter.OfVerification letter) {
        var language = Language.named(letter.language()).orElse(Language.ENGLISH);
        var say = language.aboutAddresses();
        return new AddressText(
                language,
                say.subject(),
                say.greeting(Words.line(letter.reader())),
                say.who(),
                say.please(),
                say.confirm(),
                link + letter.token().text(),
                say.until(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .localizedBy(language.formats())
                        .format(letter.expiresAt().atOffset(UTC))),
                say.otherwise(),
                say.footer());
    }
}
