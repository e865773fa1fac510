package org.moutracker.notifications.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Mails for tests of how they are handed over. */
public final class MailSamples {

    private MailSamples() {}

    public static Mail mail(String text) throws AddressException {
        var message = new MimeFormat("sample")
                .header("From", "tracker@example.org")
                .header(
                        "Subject",
                        MimeFormat.words("Subject", text.length() > 1000 ? "Long" : text.replaceAll("\\R", " ")))
                .parts(QuotedPrintable.of(text), QuotedPrintable.of("<p>" + text + "</p>"));
        return new Mail(new InternetAddress("ayesha@example.org"), message);
    }
}
