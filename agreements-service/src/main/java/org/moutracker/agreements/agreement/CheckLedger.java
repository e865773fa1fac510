package org.moutracker.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moutracker.agreements.agreement.LegalEvent.Recording;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Life;
import org.moutracker.agreements.life.Line;
import org.moutracker.agreements.life.OutOfOrder;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.PartialDate;

/** Refuses lines that cannot be meant where they would stand in a ledger, and those that would leave others without room. */
@ApplicationScoped
class CheckLedger {

    /** Of a whole registration. */
    void registered(Agreement agreement, List<LegalEvent> lines, List<Organization> known, Recording recording) {
        var ledger = new Ledger(lines);
        var life = life(agreement, ledger, List.of(), known, recording);
        var violations = new ArrayList<Violation>();
        var i = 0;
        for (var event : lines) {
            if (event.type != LegalEventType.SIGNED) {
                var path = "legalEvents[" + i++ + "].";
                violations.addAll(OutOfOrder.violations(agreement.terms(), life, event.line(), path));
            }
        }
        refuse(violations);
        var latest = life(agreement, ledger, ledger.recorded(), known, recording);
        latest.refused().values().stream().findFirst().ifPresent(rule -> {
            throw new RuleViolated(rule);
        });
    }

    void added(Agreement agreement, Ledger ledger, LegalEvent line, List<Organization> known, Recording recording) {
        var life = life(agreement, ledger, List.of(), known, recording);
        refuse(OutOfOrder.violations(agreement.terms(), life, line.line(), ""));
        requireRoom(agreement, ledger, ledger.with(List.of(line)), line.line(), known, recording);
    }

    /** Answers the line that corrects another. */
    LegalEvent corrected(
            Agreement agreement,
            Ledger ledger,
            LegalEvent wrong,
            Correction correction,
            List<Organization> known,
            Recording recording) {
        if (wrong.isCorrection()) {
            throw new RuleViolated("a correction stays: correct the line that it corrects once more");
        }
        if (wrong.derived) {
            throw new RuleViolated("%s follows from other lines: correct those".formatted(wrong.type));
        }
        var line = wrong.correctedBy(correction, recording);
        var after = ledger.with(List.of(line));
        var before = ledger.standing(wrong.id).orElseGet(wrong::line);
        var right = line.correct(before).orElse(before);
        refuse(correction.violations(right, agreement.codes(), agreement.areasToName()));
        if (!correction.isVoid()) {
            var without = ledger.with(List.of(wrong.voided(recording)));
            var life = life(agreement, without, List.of(), known, recording);
            refuse(OutOfOrder.violations(agreement.terms(), life, right, ""));
            var refused = life(agreement, after, List.of(right), known, recording)
                    .refused()
                    .get(right.id());
            if (refused != null) {
                throw new RuleViolated(refused);
            }
        }
        return line;
    }

    /** A new line must have its effect, and must not take away that of another. */
    private static void requireRoom(
            Agreement agreement,
            Ledger before,
            Ledger after,
            Line line,
            List<Organization> known,
            Recording recording) {
        var life = life(agreement, after, List.of(line), known, recording);
        var own = life.refused().get(line.id());
        if (own != null) {
            throw new RuleViolated(own);
        }
        var earlier = life(agreement, before, List.of(line), known, recording).refused();
        life.refused().forEach((id, rule) -> {
            if (!earlier.containsKey(id)) {
                throw new RuleViolated(
                        "%s leaves no room for what is recorded of a later day: %s".formatted(line.type(), rule));
            }
        });
    }

    /** The life until today, or until the days of these lines if they are still to come. */
    private static Life life(
            Agreement agreement, Ledger ledger, List<Line> until, List<Organization> known, Recording recording) {
        var day = Zones.of(known).today(recording.at());
        for (var line : until) {
            day = Optional.ofNullable(line.day())
                    .flatMap(PartialDate::day)
                    .filter(day::isBefore)
                    .orElse(day);
        }
        return Life.of(agreement.terms(), ledger.recorded(), day);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }
}
