package org.moutracker.timerules;

import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule, the facts and the calendars: computes the rule on every clock and chooses between them. */
final class Evaluation {

    private final Rule rule;
    private final Facts facts;
    private final OpenDays open;

    Evaluation(Rule rule, Facts facts, OpenDays open) {
        this.rule = rule;
        this.facts = facts;
        this.open = open;
    }

    Answer answer() {
        if (rule.lastStep() instanceof Step.Vague vague) {
            return indeterminate(vague);
        }
        var outcomes = new ArrayList<Outcome>();
        for (var zone : rule.clockOrDefault().zones().stream().distinct().toList()) {
            switch (start(zone)) {
                case Start.Known known -> outcomes.add(new Reckoning(rule, open, zone).from(known));
                case Start.Unknown(var gaps) -> {
                    return pending(gaps);
                }
            }
        }
        return answer(outcomes);
    }

    private Start start(ZoneId zone) {
        var start = new AnchorFinder(facts, zone).find(rule.anchor());
        if (rule.steps().isEmpty() || !(rule.steps().getFirst() instanceof Step.Elapsed)) {
            return start;
        }
        return switch (start) {
            case Start.Known(Position.Event day, var source, var overtakenBy) ->
                new Start.Unknown(List.of(Start.Gap.hourOf(source, day.day())));
            case Start.Known known -> known;
            case Start.Unknown unknown -> unknown;
        };
    }

    private Answer answer(List<Outcome> outcomes) {
        var byInstant = Comparator.comparing(Outcome::dueAt);
        var chosen =
                switch (rule.clockOrDefault().mode()) {
                    case ONE, LATEST -> outcomes.stream().max(byInstant).orElseThrow();
                    case EARLIEST -> outcomes.stream().min(byInstant).orElseThrow();
                };
        var explanation = new ArrayList<>(chosen.explanation());
        explanation.add(Sentences.clock(rule, chosen, outcomes));
        return new Answer(
                chosen.provisional() ? Certainty.PROVISIONAL : Certainty.EXACT,
                chosen.lastDay(),
                chosen.dueAt(),
                List.of(),
                chosen.warnings(),
                explanation,
                open.revisions(),
                open.counted(),
                TimeZoneData.version());
    }

    private Answer pending(List<Start.Gap> gaps) {
        return nothing(
                Certainty.PENDING,
                gaps.stream().map(Start.Gap::name).toList(),
                gaps.stream().map(Start.Gap::explained).toList());
    }

    private Answer indeterminate(Step.Vague vague) {
        var explanation = new ArrayList<Explained>();
        explanation.add(new Explained(
                vague.label(), vague.words(), "the words name no day, so they are kept and nothing is computed"));
        var review = review(vague.reviewAfter());
        if (review != null && review.lastDay() != null) {
            explanation.add(new Explained(
                    "REVIEW " + vague.reviewAfter(),
                    review.lastDay().toString(),
                    "our own date to look at it again, agreed with nobody"));
        }
        return nothing(Certainty.INDETERMINATE, List.of(), explanation);
    }

    private @Nullable Answer review(@Nullable Period after) {
        if (after == null) {
            return null;
        }
        var steps = new ArrayList<>(rule.steps().subList(0, rule.steps().size() - 1));
        steps.add(new Step.Within(after));
        var ours = new Rule(
                rule.anchor(), steps, null, rule.monthEnd(), null, rule.calendars(), rule.clock(), null, null, null);
        return new Evaluation(ours, facts, open).answer();
    }

    private Answer nothing(Certainty certainty, List<String> missing, List<Explained> explanation) {
        return new Answer(
                certainty,
                null,
                null,
                missing,
                List.of(),
                explanation,
                open.revisions(),
                open.counted(),
                TimeZoneData.version());
    }
}
