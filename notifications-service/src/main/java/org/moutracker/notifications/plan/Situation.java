package org.moutracker.notifications.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.GroupSummary;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.timerules.WorkingCalendar;

/** All that is known around one deadline when somebody is to be told of it. */
public record Situation(
        Plan plan,
        Deadline deadline,
        @Nullable Agreement agreement,
        @Nullable GroupSummary group,
        List<Member> members,
        Map<UUID, Recipient> people,
        Map<String, WorkingCalendar> calendars,
        Standby standby,
        Silenced silenced) {

    Optional<Agreement.Party> party(String code) {
        return Optional.ofNullable(agreement).flatMap(known -> known.party(code));
    }

    Optional<Agreement.Party> firstPartyOf(String side) {
        return Optional.ofNullable(agreement).flatMap(known -> known.firstOf(side));
    }

    /** Whether somebody is known and no mail may be sent to him; who is not known yet soon will be. */
    boolean isOutOfReach(UUID person) {
        return Optional.ofNullable(people.get(person))
                .filter(known -> known.mailbox().isEmpty())
                .isPresent();
    }

    /** The codes of a side's parties. */
    List<String> partiesOn(String side) {
        return agreement == null
                ? List.of()
                : agreement.on(side).stream().map(Agreement.Party::code).toList();
    }

    public String sideOf(String code) {
        return agreement == null ? code : agreement.sideOf(code);
    }

    /** Null, that is every day is open, where a party's calendar is not known. */
    @Nullable
    WorkingCalendar calendarOf(Optional<Agreement.Party> party) {
        return party.flatMap(Agreement.Party::calendar).map(calendars::get).orElse(null);
    }
}
