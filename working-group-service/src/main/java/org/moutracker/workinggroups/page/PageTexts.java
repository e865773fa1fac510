package org.moutracker.workinggroups.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that always stand on a page. Other languages are in {@code messages/text_*.properties}. */
@MessageBundle(value = "text", locale = "en")
public interface PageTexts {

    @Message("Skip to the content")
    String skip();

    /** What stands between the parts of a list. */
    @Message(",")
    String comma();

    @Message("Languages")
    String languages();

    @Message("Established on")
    String establishedOn();

    @Message("Next deadline")
    String next();

    @Message("Nothing with a known date is due.")
    String nothingNext();

    @Message("Last day")
    String lastDay();

    @Message("Too late from")
    String tooLate();

    @Message("Provisional")
    String provisional();

    @Message("This date leans on an estimate and may still move.")
    String mayMove();

    @Message("What is missing")
    String missing();

    @Message("Nothing is missing.")
    String nothingMissing();

    @Message("To be named")
    String toBeNamed();

    @Message("Overdue")
    String overdue();

    @Message("Open deadlines")
    String open();

    @Message("There are no open deadlines.")
    String noneOpen();

    @Message("Deadline")
    String deadline();

    @Message("State")
    String state();

    @Message("Who")
    String who();

    @Message("No date yet")
    String noDate();

    @Message("Seen by your side alone")
    String internal();

    @Message("Meetings")
    String meetings();

    @Message("No meeting is recorded.")
    String noMeetings();

    @Message("No meeting is planned.")
    String noneToCome();

    @Message("To be held, circulated or agreed")
    String toMeet();

    @Message("Begins")
    String begins();

    @Message("Online")
    String online();

    @Message("Host:")
    String host();

    @Message("Your answer")
    String yourAnswer();

    @Message("Decisions")
    String decisions();

    @Message("away until")
    String awayUntil();

    @Message("represented by")
    String deputy();

    @Message("Action items")
    String actions();

    @Message("There are no action items.")
    String noActions();

    @Message("Members")
    String members();

    @Message("Nobody sits for this side.")
    String nobody();

    @Message("Timeline")
    String timeline();

    @Message("To come")
    String toCome();

    @Message("So far")
    String soFar();

    @Message("Nothing yet.")
    String nothingYet();

    @Message("now on")
    String nowOn();

    @Message("Working groups")
    String groups();

    @Message("This person sits in no working group.")
    String noGroups();

    @Message("To be done by you or your side")
    String mine();

    @Message("Nothing is to be done.")
    String nothingToDo();

    @Message("Open the page of this group")
    String openGroup();

    @Message("This page cannot be shown")
    String refused();

    @Message(
            "The link was not made for this page, or its time is over. Please ask whoever sent it to you for a new one.")
    String refusedLink();

    @Message("Please open the link that you were sent, or sign in.")
    String refusedUnknown();

    @Message("There is no such page. Please ask whoever sent you the link.")
    String refusedNothing();

    @Message("Whoever has the address of this page can read it. Please do not pass it on.")
    String keepSecret();

    @Message("since")
    String since();

    @Message("In the chair:")
    String leads();

    @Message("until the end of")
    String leadsUntil();

    @Message("Ended on")
    String endedOn();

    @Message("None of its agreements is in force at present")
    String resting();

    @Message("Part of")
    String partOf();

    @Message("All agreements of this group have ended, but the group has not.")
    String leftOver();

    @Message("Nobody sits for:")
    String vacant();

    @Message("Sub-groups")
    String subGroups();

    @Message("Time has passed, nothing recorded yet")
    String unrecorded();

    @Message("Reports")
    String reports();

    @Message("Report")
    String report();

    @Message("Report up to today")
    String reportNow();

    @Message("Period")
    String period();

    @Message("As known at")
    String asOf();

    @Message("Only the one below")
    String narrowed();

    @Message("In figures")
    String figures();

    @Message("What")
    String subject();

    @Message("How many")
    String count();

    @Message("Meetings held")
    String meetingsHeld();

    @Message("Deadlines to hold a meeting")
    String meetingsDue();

    @Message("Deadlines met in time")
    String metInTime();

    @Message("Deadlines met late")
    String metLate();

    @Message("Deadlines open, due in the period or without a date")
    String stillOpen();

    @Message("Deadlines overdue")
    String tooLateNow();

    @Message("Action items done")
    String actionsDone();

    @Message("Action items open, due in the period or without a date")
    String actionsOpen();

    @Message("Action items overdue")
    String actionsOverdue();

    @Message("Agreements")
    String agreements();

    @Message("Reference not known")
    String unnamed();

    @Message("Commitments")
    String commitments();

    @Message("Commitment")
    String commitment();

    @Message("No commitment is recorded.")
    String noCommitments();

    @Message("Deadlines")
    String deadlines();

    @Message("Done on")
    String metOn();

    @Message("None")
    String none();

    @Message("Meeting")
    String meeting();

    @Message("Held on")
    String heldOn();

    @Message("Decision")
    String decision();

    @Message("Decided on")
    String decidedOn();

    @Message("Side")
    String side();

    @Message("Action item")
    String action();

    @Message("This report can be read at")
    String source();
}
