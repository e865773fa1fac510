package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** Days of a line that cannot be right, since something else must have come first. */
public final class OutOfOrder {

    private final Terms terms;
    private final Life life;
    private final Line line;
    private final String path;
    private final List<Violation> violations = new ArrayList<>();

    private OutOfOrder(Terms terms, Life life, Line line, String path) {
        this.terms = terms;
        this.life = life;
        this.line = line;
        this.path = path;
    }

    /** Names every field that is out of order in a life without this line. */
    public static List<Violation> violations(Terms terms, Life life, Line line, String path) {
        var check = new OutOfOrder(terms, life, line, path);
        check.withinItself();
        check.afterSignature();
        check.afterEntryIntoForce();
        check.afterWhatItEnds();
        if (line.type() == LegalEventType.TERMINATION_NOTICE_GIVEN) {
            check.afterPeriodOfNotice();
        }
        return check.violations;
    }

    private void withinItself() {
        var occurred = Optional.ofNullable(line.occurredOn()).flatMap(PartialDate::day);
        var effective = Optional.ofNullable(line.effectiveOn()).flatMap(PartialDate::day);
        if (occurred.isPresent() && effective.filter(occurred.get()::isAfter).isPresent()) {
            add("effectiveOn", "must not be before occurredOn");
        }
    }

    private void afterSignature() {
        var signature = Optional.ofNullable(life.standing().facts().get(AnchorEvent.SIGNATURE))
                .flatMap(PartialDate::day);
        var latest = Optional.ofNullable(line.occurredOn()).flatMap(PartialDate::latest);
        if (line.type().followsSignature()
                && signature.isPresent()
                && latest.filter(signature.get()::isAfter).isPresent()) {
            add("occurredOn", "must not be before the signature, " + signature.get());
        }
    }

    private void afterEntryIntoForce() {
        if (line.type().followsEntryIntoForce()) {
            notBefore(life.standing().enteredIntoForceOn(), "the entry into force");
        }
    }

    private void afterWhatItEnds() {
        var suspension = life.standing().suspension();
        if (line.type() == LegalEventType.RESUMED && suspension != null) {
            notBefore(suspension.since(), "the suspension");
        }
        if (line.type() == LegalEventType.TERMINATION_NOTICE_WITHDRAWN || line.type() == LegalEventType.TERMINATED) {
            notBefore(life.noticeGivenOn(), "the notice of termination");
        }
    }

    private void afterPeriodOfNotice() {
        var earliest = line.movesOn().flatMap(given -> Recorded.earliestTermination(terms, given));
        var effective = Optional.ofNullable(line.effectiveOn()).flatMap(PartialDate::day);
        if (effective.isEmpty() && earliest.isEmpty()) {
            add("effectiveOn", "must be given: no period of notice is agreed");
        } else if (earliest.isPresent()
                && effective.filter(earliest.get()::isAfter).isPresent()) {
            add("effectiveOn", "must not be before %s, the end of the period of notice".formatted(earliest.get()));
        }
    }

    private void notBefore(@Nullable LocalDate first, String what) {
        if (first != null
                && violations.isEmpty()
                && line.movesOn().filter(first::isAfter).isPresent()) {
            var byEffect = line.effectiveOn() != null
                    && line.movesOn().equals(line.effectiveOn().day());
            add(byEffect ? "effectiveOn" : "occurredOn", "must not be before %s, %s".formatted(what, first));
        }
    }

    private void add(String field, String message) {
        violations.add(new Violation(path + field, message));
    }
}
