package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
    private final String from;
    private final String domain;

    ComposeMail(
            Recipients recipients,
            WriteText writing,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "mou.mail.domain") String domain) {
        this.recipients = recipients;
        this.writing = writing;
        this.from = from;
        this.domain = domain;
    }

    /** The people whom these letters name. */
    public Map<UUID, Person> names(List<Letter> letters) {
        return recipients.find(letters.stream()
                .flatMap(letter -> letter.content().responsible().stream())
                .map(AlertContent.Peer::id)
                .collect(toSet()));
    }

    public MailMessage mail(Letter letter, Map<UUID, Person> names) {
        var text = writing.write(letter, names);
        return new MailMessage(
                        from,
                        letter.mailbox(),
                        text.subject(),
                        Templates.text(text).render())
                .setHtml(Templates.html(text).render())
                .addHeader("Message-ID", "<" + letter.id() + "@" + domain + ">")
                .addHeader("Date", DATE_HEADER.format(letter.firedAt().atOffset(UTC)))
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
