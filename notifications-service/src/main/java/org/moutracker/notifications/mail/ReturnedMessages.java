package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence that says that mails come back. Other languages are in {@code messages/returned_*.properties}. */
@MessageBundle(value = "returned", locale = "en")
public interface ReturnedMessages {

    @Message("Mails to {person} come back – MoU Tracker")
    String subject(String person);

    @Message("Dear {name},")
    String greeting(String name);

    @Message(
            "A mail to this member of your working group could not be delivered: the mail server says that there is no such"
                    + " address.")
    String what();

    @Message("Member")
    String member();

    @Message("Working group")
    String group();

    @Message("Address")
    String address();

    @Message("Answer of the mail server")
    String answer();

    @Message(
            "Nothing more is sent to this address. Until another one is known, or this one is verified anew, this member is"
                    + " not told of any deadline by mail.")
    String so();

    @Message("Please find out the right address and have it entered, or vouch for this one.")
    String please();

    @Message("This message was sent by MoU Tracker, because you answer for this working group.")
    String footer();
}
