package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence about mails that somebody can do without. Other languages are in {@code messages/optout_*.properties}. */
@MessageBundle(value = "optout", locale = "en")
public interface OptOutMessages {

    @Message("You can do without mails of this kind.")
    String youGet();

    @Message("Stop them")
    String stop();

    @Message("Stop these mails?")
    String askTitle();

    @Message("You get mails that remind you early of what is due, while there is time for another reminder.")
    String reminders();

    @Message("You get mails about what the other side has to do.")
    String information();

    @Message("You get one mail a day or a week with all that is due and can wait.")
    String digests();

    @Message(
            "Whatever you choose, you are still told by mail on the last days, when a day has passed, when dates move, and"
                    + " of meetings; and everything stays in your inbox.")
    String still();

    @Message("Yes, stop them")
    String yes();

    @Message("You no longer get these mails")
    String doneTitle();

    @Message("It took effect at once. If it was a mistake, you can sign up again here, now or later.")
    String done();

    @Message("Sign up again")
    String again();

    @Message("You get these mails again")
    String backTitle();

    @Message("It took effect at once. You can stop them at any time.")
    String back();

    @Message("Nothing was changed")
    String nothingTitle();

    @Message("Please use the button on the page.")
    String nothing();

    @Message("This link cannot be used")
    String refusedTitle();

    @Message("There is no such link. Please check that you have opened the whole of it.")
    String unknown();
}
