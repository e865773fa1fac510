package org.moutracker.workinggroups.meeting;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.deadline.Standstill;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** Lets the silence on minutes stand while all agreements of a group are suspended. Like its end it locks meetings alone. */
@ApplicationScoped
class PauseSilence implements Standstill {

    private static final String CAUSE = "the silence on the minutes stands while all agreements are suspended";

    private final MeetingRepository meetings;
    private final WorkingGroupRepository groups;
    private final MeetingLedger ledger;
    private final InstantSource clock;

    PauseSilence(MeetingRepository meetings, WorkingGroupRepository groups, MeetingLedger ledger, InstantSource clock) {
        this.meetings = meetings;
        this.groups = groups;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional(MANDATORY)
    public void follow(Map<UUID, List<Suspension>> suspensions, Map<UUID, Received<?>> causes) {
        var circulated = meetings.lockCirculated(suspensions.keySet());
        var parties = groups.parties(suspensions.keySet());
        for (var meeting : circulated) {
            var group = meeting.workingGroupId;
            var stood = suspensions.getOrDefault(group, List.of());
            meeting.countSilence(parties.getOrDefault(group, List.of()), stood, clock.instant())
                    .ifPresent(event -> ledger.tell(event, CAUSE, MeetingLedger.SYSTEM, causes.get(group)));
        }
        meetings.flush();
    }
}
