package org.moutracker.notifications.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.notifications.plan.Addressee;
import org.moutracker.notifications.plan.Hearing;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.workinggroup.Missing;
import org.moutracker.notifications.workinggroup.Role;

/**
 * What was true of a deadline when an alert fired, so that a repeat says the same. Of people it has ids alone: their
 * names are looked up when a mail is written, and are gone once they are erased.
 *
 * @param deadlineId null in what fired before calendars were told of deadlines
 * @param scheduleNo which of the deadline's dates it is: rises whenever the date moves
 * @param planNo of the plan that has fired; null in what fired before calendars needed it
 * @param rule as the deadline's owner keeps it, enough to reckon the date anew
 * @param more how many others there are beyond those listed
 * @param agreementTitles in the languages that mails are written in, by their tags; null in what fired before mails were
 */
public record AlertContent(
        @Nullable UUID deadlineId,
        int scheduleNo,
        @Nullable Integer planNo,
        String title,
        @Nullable String agreementTitle,
        @Nullable String reference,
        @Nullable String groupName,
        LocalDate lastDay,
        Instant dueAt,
        @Nullable JsonNode rule,
        List<ReasonLink> reason,
        List<Missing> missing,
        List<SideClock> clocks,
        List<Peer> responsible,
        int more,
        @Nullable Map<String, String> agreementTitles) {

    // A mail names those who matter most; a list of two hundred is not read.
    private static final int NAMED = 12;

    /** The clock by which a side lives. */
    public record SideClock(String side, String zone) {}

    /** Somebody who is responsible too. */
    public record Peer(UUID id, String party, Role role) {}

    /** Where somebody is first named among those responsible; -1 where he is not. */
    int place(UUID person) {
        return responsible.stream().map(Peer::id).toList().indexOf(person);
    }

    /** What is true now; the same for all who are told of this deadline at this moment. */
    public static AlertContent of(Situation situation, Due due, List<Addressee> addressees) {
        var deadline = situation.deadline();
        var responsible = addressees.stream()
                .filter(addressee -> addressee.hearing() != Hearing.OTHER_SIDE)
                .toList();
        var agreement = situation.agreement();
        var group = situation.group();
        var clocks = agreement == null
                ? List.<SideClock>of()
                : agreement.parties().stream()
                        .flatMap(party ->
                                party.zone().stream().map(zone -> new SideClock(party.standsOn(), zone.getId())))
                        .distinct()
                        .toList();
        return new AlertContent(
                deadline.id(),
                deadline.scheduleNo(),
                situation.plan().number(),
                deadline.title(),
                agreement == null ? null : agreement.titleIn("en"),
                agreement == null ? null : agreement.reference(),
                group == null ? null : group.name(),
                due.lastDay(),
                due.at(),
                deadline.rule(),
                ReasonLink.chain(deadline, due),
                group == null ? List.of() : group.missing(),
                clocks,
                responsible.stream()
                        .limit(NAMED)
                        .map(addressee -> new Peer(addressee.id(), addressee.party(), addressee.role()))
                        .toList(),
                Math.max(0, responsible.size() - NAMED),
                agreement == null ? null : titles(agreement));
    }

    private static Map<String, String> titles(Agreement agreement) {
        var titles = new TreeMap<>(agreement.title());
        titles.keySet().retainAll(Language.tags());
        return titles;
    }
}
