package org.moutracker.notifications.mail;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.notifications.recipient.Recipients;

/** Says on a page what a mail says of an alert, in the same words. */
@ApplicationScoped
public class DescribeAlert {

    private final WriteText writing;
    private final Recipients recipients;

    DescribeAlert(WriteText writing, Recipients recipients) {
        this.writing = writing;
        this.recipients = recipients;
    }

    public MailText describe(Letter.OfStep letter) {
        return writing.write(
                letter,
                recipients.find(letter.content().responsible().stream()
                        .map(AlertContent.Peer::id)
                        .collect(toSet())));
    }
}
