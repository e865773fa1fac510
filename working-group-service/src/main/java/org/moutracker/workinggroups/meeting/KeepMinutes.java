package org.moutracker.workinggroups.meeting;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Asked;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Known;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Keeps the deadlines of minutes: to circulate them, and of each side to say whether it agrees. */
@ApplicationScoped
class KeepMinutes {

    private final GroupDeadlines deadlines;

    KeepMinutes(GroupDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    static String source(UUID workingGroup, UUID meeting) {
        return "working-groups/%s/minutes/%s".formatted(workingGroup, meeting);
    }

    private static String source(Meeting meeting, String side) {
        return source(meeting.workingGroupId, meeting.id) + "/" + side;
    }

    /** People have met: the minutes are to be circulated. */
    void held(Meeting meeting, WorkingGroup group, String who) {
        var rule = group.terms().meetings();
        if (rule == null) {
            return;
        }
        var day = requireNonNull(meeting.sitting.heldOn());
        deadlines.follow(
                group.id(),
                List.of(asked(
                        source(group.id(), meeting.id),
                        "Circulate the minutes: " + meeting.title,
                        Silence.rule(day, rule.minutesWithin()),
                        "minutes within %s of the meeting on %s".formatted(rule.minutesWithin(), day),
                        List.of(new Responsible(requireNonNullElse(group.terms().secretariat(), meeting.host))))),
                who);
    }

    /** A round of them goes round: where silence counts, each side is to react within it. */
    void circulated(Meeting meeting, WorkingGroup group, String who) {
        var minutes = requireNonNull(meeting.minutes);
        hold(List.of(meeting));
        deadlines.close(
                List.of(source(group.id(), meeting.id)),
                new Standing.Closed(DeadlineStatus.MET, minutes.circulatedOn(), "the minutes were circulated"),
                who);
        var silence = minutes.silence();
        if (silence == null) {
            return;
        }
        deadlines.follow(
                group.id(),
                minutes.positions().stream()
                        .map(position -> asked(
                                source(meeting, position.side()),
                                "Agree to the minutes or dispute them: " + meeting.title,
                                Silence.rule(minutes.circulatedOn(), silence),
                                "silence for %s from the circulation on %s is agreement"
                                        .formatted(silence, minutes.circulatedOn()),
                                responsible(group, position.side())))
                        .toList(),
                who);
    }

    private static Asked asked(String source, String title, Rule rule, String clause, List<Responsible> responsible) {
        return new Asked(
                source,
                DeadlineKind.MINUTES,
                title,
                rule,
                Standing.open(),
                new Origin(null, MeetingDuties.BASIS, clause),
                responsible);
    }

    private static List<Responsible> responsible(WorkingGroup group, String side) {
        return group.parties().stream()
                .filter(party -> party.side().equals(side))
                .map(GroupParty::code)
                .map(Responsible::new)
                .toList();
    }

    /** Sides of several meetings will have spoken: whatever their groups have set is locked in order before. */
    void hold(List<Meeting> meetings) {
        deadlines.hold(meetings.stream().map(meeting -> meeting.workingGroupId).collect(toSet()));
    }

    /** A side has spoken, or its silence was over. */
    void said(Meeting meeting, String who) {
        hold(List.of(meeting));
        var minutes = requireNonNull(meeting.minutes);
        for (var position : minutes.positions()) {
            if (!position.isSilent()) {
                deadlines.close(
                        List.of(source(meeting, position.side())), closed(position, meeting.appointment.zone()), who);
            } else if (meeting.status == MeetingStatus.MINUTES_DISPUTED) {
                deadlines.close(
                        List.of(source(meeting, position.side())),
                        Standing.closed(DeadlineStatus.CANCELLED, "another side disputes the minutes"),
                        who);
            }
        }
    }

    private static Standing.Closed closed(SidePosition position, String zone) {
        if (position.bySilence()) {
            return Standing.closed(DeadlineStatus.LAPSED, "it was told and said nothing: that is agreement");
        }
        var what = position.position() == Position.DISPUTED ? "disputes the minutes" : "agrees to the minutes";
        return new Standing.Closed(
                DeadlineStatus.MET, day(requireNonNull(position.at()), zone), position.side() + " " + what);
    }

    private static LocalDate day(Instant at, String zone) {
        return at.atZone(ZoneId.of(zone)).toLocalDate();
    }

    /** The meeting never was. */
    void voided(Meeting meeting, String who) {
        var sources = deadlines.known(meeting.workingGroupId, source(meeting.workingGroupId, meeting.id)).stream()
                .map(Known::source)
                .toList();
        deadlines.close(sources, Standing.closed(DeadlineStatus.CANCELLED, "the meeting was entered by mistake"), who);
    }
}
