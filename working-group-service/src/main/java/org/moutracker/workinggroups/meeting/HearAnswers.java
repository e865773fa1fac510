package org.moutracker.workinggroups.meeting;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.workinggroup.Seat;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** Takes in what became of what was sent about meetings: answers that came by mail, and who was told of minutes. */
@ApplicationScoped
public class HearAnswers {

    private static final String CAUSE = "answered by mail";

    /**
     * What is heard of one invitation.
     *
     * @param to the sequence of the invitation that he was sent last
     * @param round the last round of minutes that he was told of
     */
    public record Heard(
            UUID meeting,
            UUID person,
            int to,
            Answer answer,
            @Nullable Instant answeredAt,
            int round,
            @Nullable Instant toldAt,
            Received<?> cause) {}

    private final MeetingRepository meetings;
    private final WorkingGroupRepository groups;
    private final MeetingLedger ledger;
    private final InstantSource clock;

    HearAnswers(MeetingRepository meetings, WorkingGroupRepository groups, MeetingLedger ledger, InstantSource clock) {
        this.meetings = meetings;
        this.groups = groups;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    public void hear(List<Heard> news) {
        var byMeeting = news.stream().collect(groupingBy(Heard::meeting));
        for (var meeting : meetings.lockAll(byMeeting.keySet())) {
            hear(meeting, byMeeting.getOrDefault(meeting.id, List.of()));
        }
        meetings.flush();
    }

    private void hear(Meeting meeting, List<Heard> news) {
        Optional<MeetingEvent> told = Optional.empty();
        Received<?> cause = null;
        for (var heard : news) {
            var toldAt = heard.toldAt();
            if (toldAt != null) {
                side(meeting, heard.person()).ifPresent(side -> meeting.told(side, heard.round(), toldAt));
            }
            var answeredAt = heard.answeredAt();
            if (answeredAt != null && heard.answer() != Answer.NEEDS_ACTION) {
                var answered =
                        meeting.answer(heard.person(), heard.to(), heard.answer(), null, answeredAt, clock.instant());
                if (answered.isPresent()) {
                    told = answered;
                    cause = heard.cause();
                }
            }
        }
        // The last one tells of all.
        if (told.isPresent()) {
            ledger.tell(told.get(), CAUSE, MeetingLedger.SYSTEM, cause);
        }
    }

    /** For whom somebody sits: as he was invited, or as he sits by now. */
    private Optional<String> side(Meeting meeting, UUID person) {
        return meeting.invitee(person)
                .flatMap(invitee -> Optional.ofNullable(invitee.side()))
                .or(() -> groups.get(meeting.workingGroupId).seated().stream()
                        .filter(seat -> seat.personId().equals(person))
                        .map(Seat::side)
                        .findFirst());
    }
}
