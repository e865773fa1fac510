package org.moutracker.workinggroups.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;
import org.moutracker.workinggroups.workinggroup.LockGroup;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;

/** Records what a group decided, with all that follows from it, or nothing. */
@ApplicationScoped
@Transactional(MANDATORY)
class RecordDecision {

    private final LockGroup groups;
    private final DecisionRepository decisions;
    private final DecisionLedger ledger;
    private final ApplyEffects applyEffects;
    private final Instance<Meetings> meetings;

    RecordDecision(
            LockGroup groups,
            DecisionRepository decisions,
            DecisionLedger ledger,
            ApplyEffects applyEffects,
            @Any Instance<Meetings> meetings) {
        this.groups = groups;
        this.decisions = decisions;
        this.ledger = ledger;
        this.applyEffects = applyEffects;
        this.meetings = meetings;
    }

    DecisionState of(UUID groupId, DecisionForm form, String who) {
        var group = groups.lock(groupId);
        if (!group.isAtWork()) {
            throw new RuleViolated("a group that is %s cannot decide".formatted(group.status()));
        }
        var on = day(group, form);
        check(group, form);
        var decision = new Decision(group, form, on, decisions.nextSerial(groupId, on.getYear()));
        if (decision.isAdopted()) {
            applyEffects.of(decision, group, who);
        }
        decisions.persist(decision);
        var event = decision.decide();
        ledger.tell(event, who);
        return event.state();
    }

    private LocalDate day(Locked group, DecisionForm form) {
        var meeting = meeting(group, form.meetingId());
        var on = Optional.ofNullable(form.decidedOn())
                .or(() -> meeting.map(Meetings.Held::day))
                .orElse(group.today());
        if (on.isAfter(group.today())) {
            throw new InvalidRequest("decidedOn", "must not be after today, %s".formatted(group.today()));
        }
        var established = group.establishedOn();
        if (established != null && on.isBefore(established)) {
            throw new InvalidRequest(
                    "decidedOn", "must not be before %s, when the group was established".formatted(established));
        }
        // A meeting can go on for days, so only what lies before it is impossible.
        meeting.filter(held -> on.isBefore(held.day())).ifPresent(held -> {
            throw new InvalidRequest(
                    "decidedOn", "must not be before %s, the day of the meeting".formatted(held.day()));
        });
        return on;
    }

    private Optional<Meetings.Held> meeting(Locked group, @Nullable UUID id) {
        if (id == null) {
            return Optional.empty();
        }
        var held = meetings.stream()
                .flatMap(known -> known.held(id).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("meetingId", "is not a meeting that was held"));
        if (!held.group().equals(group.id())) {
            throw new InvalidRequest("meetingId", "is a meeting of another group");
        }
        if (!held.quorate()) {
            throw new RuleViolated("the meeting had no quorum, so nothing was decided there");
        }
        return Optional.of(held);
    }

    private static void check(Locked group, DecisionForm form) {
        var wrong = new ArrayList<Violation>(new Positions(form.positions()).violations(group.sides()));
        form.translations().keySet().stream()
                .filter(language -> !isLanguage(language))
                .forEach(language -> wrong.add(
                        new Violation("translations." + language, "must be a BCP 47 language such as ur or ar-PS")));
        twice(form).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }

    /** The same deadline cannot be moved twice at once: which day would it be? */
    private static Optional<Violation> twice(DecisionForm form) {
        var seen = new ArrayList<UUID>();
        List<Effect> effects = form.effects();
        for (var i = 0; i < effects.size(); i++) {
            if (effects.get(i) instanceof Effect.ExtendDeadline extend) {
                if (seen.contains(extend.deadlineId())) {
                    return Optional.of(new Violation("effects[" + i + "].deadlineId", "is extended twice"));
                }
                seen.add(extend.deadlineId());
            }
        }
        return Optional.empty();
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
