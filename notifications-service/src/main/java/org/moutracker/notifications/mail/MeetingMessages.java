package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of a mail about a meeting. Other languages are in {@code messages/meeting_*.properties}. */
@MessageBundle(value = "meeting", locale = "en")
interface MeetingMessages {

    @Message("Invitation: {title} – {day}")
    String subjectInvited(String title, String day);

    @Message("Moved: {title} – now {day}")
    String subjectMoved(String title, String day);

    @Message("Changed: {title} – {day}")
    String subjectChanged(String title, String day);

    @Message("Cancelled: {title} – {day}")
    String subjectCancelled(String title, String day);

    @Message("Postponed: {title} – not on {day}")
    String subjectPostponed(String title, String day);

    @Message("Withdrawn: {title} – {day}")
    String subjectWithdrawn(String title, String day);

    @Message("Minutes: {title}")
    String subjectMinutes(String title);

    @Message("Minutes, round {round}: {title}")
    String subjectMinutesAgain(int round, String title);

    @Message("You are invited to this meeting.")
    String invited();

    @Message("This meeting has moved. The invitation that you have is replaced by this one.")
    String moved();

    @Message("Something about this meeting has changed. The invitation that you have is replaced by this one.")
    String changed();

    @Message("This meeting is cancelled.")
    String cancelled();

    @Message("This meeting is postponed. You will be invited anew when its day is known.")
    String postponed();

    @Message("This invitation was sent by mistake: there is no such meeting.")
    String voided();

    @Message("You are no longer invited to this meeting.")
    String uninvited();

    @Message("Before: {moment}")
    String before(String moment);

    @Message("Meeting")
    String what();

    @Message("When")
    String when();

    @Message("Where")
    String where();

    @Message("Agenda")
    String agenda();

    @Message("Place")
    String place();

    @Message("Online")
    String online();

    @Message("{number}. {title}")
    String item(int number, String title);

    @Message("{number}. {title} ({time})")
    String timedItem(int number, String title, String time);

    @Message("UTC")
    String utc();

    @Message("Please answer with your calendar program: accept, decline, or tentative.")
    String pleaseAnswer();

    @Message("Your answer so far: accepted.")
    String hasAccepted();

    @Message("Your answer so far: declined.")
    String hasDeclined();

    @Message("Your answer so far: tentative.")
    String isTentative();

    @Message("The minutes of this meeting were circulated.")
    String circulated();

    @Message("The minutes of this meeting were circulated again (round {round}).")
    String circulatedAgain(int round);

    @Message("Held: {moment}")
    String held(String moment);

    @Message("The minutes")
    String document();

    @Message("The document is with the secretariat of the group.")
    String noDocument();

    @Message("Objections")
    String objections();

    @Message("An objection counts until the moment below. If your side says nothing until then, that means agreement.")
    String silenceAgrees();

    @Message("Each side is asked to agree or to object. Silence does not mean agreement.")
    String silenceSaysNothing();

    @Message("You receive this because you are invited to this meeting. This message was sent by MoU Tracker.")
    String footer();

    @Message("You receive this because you were invited to this meeting. This message was sent by MoU Tracker.")
    String footerWithdrawn();

    @Message("You receive this as a member who was invited to this meeting. This message was sent by MoU Tracker.")
    String footerMinutes();
}
