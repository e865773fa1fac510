package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every sentence of a digest that has no number in it; those with numbers are {@link Phrases}. Other languages are in
 * {@code messages/digest_*.properties}.
 */
@MessageBundle(value = "digest", locale = "en")
public interface DigestMessages {

    @Message("Dear {name},")
    String greeting(String name);

    @Message("This is what is due in agreements for which you answer, gathered in one mail as you wished.")
    String intro();

    @Message(
            "These deadlines were over when they were taken over from older records. Nothing was sent of each of them; they"
                    + " are open still.")
    String introOverdue();

    @Message("Reminders")
    String news();

    @Message("Due until the next digest")
    String coming();

    @Message("Over before they were recorded here")
    String overdue();

    @Message("Last day")
    String lastDay();

    @Message(
            "What stands here is not sent to you alone, too. Last reminders, and what is overdue, still come as mails of their"
                    + " own.")
    String once();

    @Message("This message was sent by MoU Tracker.")
    String footer();
}
