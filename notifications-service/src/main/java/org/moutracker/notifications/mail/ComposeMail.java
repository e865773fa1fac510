package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipients;

/** Writes the mail for an alert: the same for the same alert, so that a repeat is the same message again. */
@ApplicationScoped
public class ComposeMail {

    private static final DateTimeFormatter DATE_HEADER =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    /** The two parts of a mail. */
    @CheckedTemplate(basePath = "alert")
    static class Templates {
        static native TemplateInstance html(MailText mail);

        static native TemplateInstance text(MailText mail);
    }

    private final Recipients recipients;
    private final WriteText writing;
    private final String domain;

    ComposeMail(Recipients recipients, WriteText writing, @ConfigProperty(name = "mou.mail.domain") String domain) {
        this.recipients = recipients;
        this.writing = writing;
        this.domain = domain;
    }

    /** The people whom these letters name. */
    public Map<UUID, Person> names(List<Letter> letters) {
        return recipients.find(letters.stream()
                .flatMap(letter -> letter.content().responsible().stream())
                .map(AlertContent.Peer::id)
                .collect(toSet()));
    }

    public Mail mail(Letter letter, Map<UUID, Person> names) {
        var text = writing.write(letter, names);
        var mail = new Mail()
                .addTo(letter.mailbox())
                .setSubject(text.subject())
                .setText(Templates.text(text).render())
                .setHtml(Templates.html(text).render());
        Stream.of(
                        Map.entry("Message-ID", "<" + letter.id() + "@" + domain + ">"),
                        Map.entry("Date", DATE_HEADER.format(letter.firedAt().atOffset(UTC))),
                        Map.entry("Auto-Submitted", "auto-generated"))
                .forEach(header -> mail.addHeader(header.getKey(), header.getValue()));
        return mail;
    }
}
