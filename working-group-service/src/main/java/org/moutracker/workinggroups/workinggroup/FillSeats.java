package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Asked;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.workinggroup.Vacancies.Vacancy;

/** Sets sides a deadline to name somebody for each seat that is empty, and meets it when somebody sits there. */
@ApplicationScoped
class FillSeats {

    private final GroupDeadlines deadlines;

    FillSeats(GroupDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Transactional(MANDATORY)
    void of(WorkingGroup group, Instant now, String who) {
        var turn = group.fillSeats(group.today(now));
        var asked = Stream.concat(
                        turn.opened().stream().map(vacancy -> asked(group, vacancy, Standing.open())),
                        turn.filled().stream()
                                .map(vacancy -> asked(
                                        group,
                                        vacancy,
                                        Standing.closed(DeadlineStatus.MET, "nobody is missing there any more"))))
                .toList();
        deadlines.follow(group.id(), asked, who);
    }

    private static Asked asked(WorkingGroup group, Vacancy vacancy, Standing standing) {
        var terms = group.terms();
        return new Asked(
                "working-groups/%s/nominations/%s/%d".formatted(group.id(), vacancy.side(), vacancy.number()),
                DeadlineKind.NOMINATION,
                "Name a %s of %s"
                        .formatted(
                                vacancy.what().name().toLowerCase(Locale.ROOT).replace('_', '-'), vacancy.side()),
                Rule.parse(Map.of(
                        "anchor",
                        Map.of("on", vacancy.since().toString()),
                        "steps",
                        List.of(Map.of("kind", "WITHIN", "period", terms.nominationWithin())))),
                standing,
                new Origin(
                        null,
                        terms.isAgreed() ? "GROUP_DECISION" : null,
                        terms.isAgreed() ? "terms of reference, version " + terms.version() : null),
                group.parties().stream()
                        .filter(party -> party.side().equals(vacancy.side()))
                        .map(party -> new Responsible(party.code()))
                        .toList());
    }
}
