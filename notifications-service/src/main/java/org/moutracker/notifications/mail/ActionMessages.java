package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence by which readers of mails act, on pages too. Other languages are in {@code messages/action_*.properties}. */
@MessageBundle(value = "action", locale = "en")
public interface ActionMessages {

    @Message("What you can do")
    String heading();

    @Message("I know, and see to it")
    String acknowledge();

    @Message("Remind me later")
    String snooze();

    @Message("Report that it is done")
    String done();

    @Message("See what it is about")
    String open();

    @Message("Say whether it is done")
    String decide();

    @Message(
            "Each link opens a page and can be used once, until {day}; opening it changes nothing yet. Whoever has it acts for you: please do not pass it on.")
    String until(String day);

    @Message("This link cannot be used")
    String refusedTitle();

    @Message("There is no such link. Please check that you have opened the whole of it.")
    String unknown();

    @Message("Its time is over. The latest message about it has new links.")
    String expired();

    @Message("This was done already")
    String usedTitle();

    @Message("This link was used on {when}. What was said then counts; nothing was changed now.")
    String used(String when);

    @Message("There is nothing more to do here")
    String overTitle();

    @Message("What was due has been done.")
    String met();

    @Message("The day has moved since this message was sent. The messages about the new day have links of their own.")
    String moved();

    @Message("It stands still at present: no day is known on which it is due.")
    String paused();

    @Message("It does not have to be done any more.")
    String cancelled();

    @Message("You do not answer for this any more, as far as we know.")
    String left();

    @Message("What is due")
    String what();

    @Message("Working group")
    String group();

    @Message("Agreement")
    String agreement();

    @Message("When")
    String when();

    @Message("Last day")
    String lastDay();

    @Message("Why this day")
    String why();

    @Message("Who else is responsible")
    String others();

    @Message("Who sees to it")
    String knowing();

    @Message("{name}, until {when}")
    String knows(String name, String when);

    @Message("Nobody has said so yet.")
    String nobodyKnows();

    @Message("How it stands")
    String state();

    @Message("It is still open.")
    String isOpen();

    @Message("The last day has passed, and it is still open.")
    String isOverdue();

    @Message("It was reported done on {day}; that waits to be confirmed.")
    String isReported(String day);

    @Message("Note")
    String note();

    @Message("can be left out")
    String optional();

    @Message(
            "Say that you know of it and see to it. Until then you are not reminded again; only the last reminder and what is overdue come anyway.")
    String knowText();

    @Message("Until when: {day} at the latest, which is what counts unless you choose")
    String knowUntil(String day);

    @Message("Thank you. It counts until {when}.")
    String known(String when);

    @Message("Choose when you want to hear of it again. It concerns nobody else.")
    String snoozeText();

    @Message("You will hear of it again on {when}.")
    String snoozed(String when);

    @Message(
            "It cannot be put off here: a later message has come, it is acknowledged, or the last reminder must not be missed.")
    String snoozeNot();

    @Message(
            "Whoever answers for the group is asked to confirm it. Until then it stays open, and you are not reminded again for a while.")
    String doneText();

    @Message("On which day it was done")
    String doneOn();

    @Message("Thank you. Whoever answers for the group has been asked to confirm it.")
    String reported();

    @Message(
            "Thank you. Nobody could be asked by mail; those who keep the register see your report and can confirm it.")
    String reportedToNobody();

    @Message(
            "Nobody can report this done: it only says how long nothing was heard. Please report progress where the commitment is kept.")
    String doneNot();

    @Message("Please choose a day that is later than today and not after the one that is named.")
    String wrongUntil();

    @Message("Please choose a day that is not in the future and not before this began to run.")
    String wrongDay();

    @Message("Please choose one of the days that are offered.")
    String wrongChoice();

    @Message("Please write no more than 2000 characters.")
    String wrongText();

    @Message("Please say why, in no more than 2000 characters.")
    String wrongReason();

    @Message("Dear {name},")
    String greeting(String name);

    @Message("Reported done, please confirm: {title}")
    String askSubject(String title);

    @Message("{name} of {party} has reported that this was done on {day}.")
    String askWhat(String name, String party, String day);

    @Message(
            "It counts as done once you or somebody else who answers for it confirms it. If it is not done, please say why: who reported it is told.")
    String askSo();

    @Message("This message was sent by MoU Tracker, because you answer for this working group or agreement.")
    String askFooter();

    @Message("Yes, it is done")
    String confirm();

    @Message("No, it is not done")
    String decline();

    @Message("Why not")
    String reason();

    @Message("It is confirmed as done. The deadline is met as soon as this has been heard.")
    String confirmed();

    @Message("It was found not to be done. Who reported it is told why.")
    String declined();

    @Message("There is nothing to decide any more: it was met, moved or cancelled meanwhile.")
    String overtaken();

    @Message("Not confirmed as done: {title}")
    String declinedSubject(String title);

    @Message("You reported that this was done on {day}. That was not confirmed.")
    String declinedWhat(String day);

    @Message("It is still open. The next message about it has a link by which you can report it again.")
    String declinedSo();

    @Message("This message was sent by MoU Tracker, because you reported this done.")
    String declinedFooter();
}
