package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence by which an address is verified. Other languages are in {@code messages/address_*.properties}. */
@MessageBundle(value = "address", locale = "en")
public interface AddressMessages {

    @Message("Please confirm your mail address – MoU Tracker")
    String subject();

    @Message("Dear {name},")
    String greeting(String name);

    @Message("MoU Tracker tells people of what is due in agreements between institutions. You were named as somebody to"
            + " be told about official matters.")
    String who();

    @Message("Before anything else is sent to this address, please confirm that it is yours. The link opens a page with"
            + " a button; only the button confirms.")
    String please();

    @Message("Confirm this address")
    String confirm();

    @Message("The link can be used until {day}.")
    String until(String day);

    @Message("If you do not know why you received this, do nothing: no more than this question will be sent to you.")
    String otherwise();

    @Message("This message was sent by MoU Tracker.")
    String footer();

    @Message("Confirm your mail address")
    String askTitle();

    @Message("You were named as somebody to be told about official matters at this address:")
    String askText();

    @Message("Yes, this is my address")
    String yes();

    @Message("Your address is confirmed")
    String doneTitle();

    @Message("Thank you. From now on you are told at this address of what you answer for. You can close this page.")
    String doneText();

    @Message("This link cannot be used")
    String refusedTitle();

    @Message("This address has been confirmed already. There is nothing more to do.")
    String used();

    @Message("A later link has taken its place, or your address has changed. Please open the latest mail.")
    String superseded();

    @Message("Its time is over. Please ask whoever named you for a new one.")
    String expired();

    @Message("There is no such link. Please check that you have opened the whole of it.")
    String unknown();
}
