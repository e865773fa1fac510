package org.moutracker.notifications.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of a mail about deadlines that has no number in it; those are in Phrases. Other languages are in {@code messages/alert_*.properties}. */
@MessageBundle(value = "alert", locale = "en")
interface AlertMessages {

    @Message("{step}: {title} – due {day}")
    String subjectReminder(String step, String title, String day);

    @Message("{step}: {title} – was due {day}")
    String subjectOverdue(String step, String title, String day);

    @Message("{step}, escalated: {title} – was due {day}")
    String subjectEscalation(String step, String title, String day);

    @Message("Moved: {title} – now due {day}")
    String subjectMoved(String title, String day);

    @Message("Moved: {title} – its day is not known any more")
    String subjectUndated(String title);

    @Message("Not due any more: {title}")
    String subjectOver(String title);

    @Message("Done: {title}")
    String subjectDone(String title);

    @Message("Something of which you were told is not due any more.")
    String oneOver();

    @Message("Something of which you were told is done. Nothing is left for you to see to.")
    String oneDone();

    @Message("Now: suspended, nothing is due at present")
    String nowSuspended();

    @Message("Now: cancelled")
    String nowCancelled();

    @Message("Now: lapsed")
    String nowLapsed();

    @Message("Now: waived")
    String nowWaived();

    @Message("Now: done")
    String nowDone();

    @Message("Because: {cause}")
    String movedBecause(String cause);

    @Message("The reason was not told.")
    String movedForNoReason();

    @Message("Before: {day}")
    String dayBefore(String day);

    @Message("Now: {day}")
    String daySince(String day);

    @Message("not known")
    String dayNotKnown();

    @Message("You receive this because you were told of the day before. This message was sent by MoU Tracker.")
    String footerMoved();

    @Message("Dear {name},")
    String greeting(String name);

    @Message(
            "You receive this as {role} of {party}: your side has not done its part. Please see that it is done, or that both sides agree on another day.")
    String escalation(String role, String party);

    @Message(
            "You receive this as an officer who answers for the agreement: what is due has not been done. Please see that it is done, or that both sides agree on another day.")
    String escalationOfficer();

    @Message("What is due")
    String what();

    @Message("When")
    String when();

    @Message("Why this day")
    String why();

    @Message("Still missing")
    String missing();

    @Message("Who else is responsible")
    String others();

    @Message("Working group")
    String group();

    @Message("Agreement")
    String agreement();

    @Message("Last day: {day}")
    String lastDay(String day);

    @Message("For you ({zone})")
    String clockOfReader(String zone);

    @Message("For {side} ({zone})")
    String clockOfSide(String side, String zone);

    @Message("{side}: {what}")
    String missingOf(String side, String what);

    @Message("{name}, {role} of {party}")
    String peer(String name, String role, String party);

    @Message("Nobody else.")
    String nobodyElse();

    @Message("Last day: {title}")
    String inCalendar(String title);

    @Message("{side}: {end}")
    String endForSide(String side, String end);

    @Message("Event")
    String linkEvent();

    @Message("Basis")
    String linkBasis();

    @Message("Rule")
    String linkRule();

    @Message("Calendar")
    String linkCalendar();

    @Message("Date")
    String linkDate();

    @Message("You receive this because you are {role} of {party}. This message was sent by MoU Tracker.")
    String footer(String role, String party);

    @Message(
            "You receive this because you are an officer who answers for the agreement. This message was sent by MoU Tracker.")
    String footerOfficer();
}
