package org.moutracker.agreements.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementsOfCommitments.Ground;
import org.moutracker.agreements.commitment.history.Evidence;
import org.moutracker.agreements.commitment.history.OnBehalf;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Looks whether words can have been said: by a party of the agreement, since it was signed and not in the future. */
final class Words {

    private final Ground ground;
    private final Predicate<UUID> logged;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * Looks at what is said on that ground.
     *
     * @param logged whether the agreement's log of correspondence has an entry
     */
    Words(Ground ground, Predicate<UUID> logged) {
        this.ground = ground;
        this.logged = logged;
    }

    Words said(String path, String party, LocalDate on, @Nullable OnBehalf onBehalf) {
        if (!ground.sides().containsKey(party)) {
            violations.add(new Violation(path + "party", "is not the code of a party of this agreement"));
        }
        day(path + "on", on);
        if (onBehalf != null) {
            day(path + "onBehalf.dated", onBehalf.dated());
        }
        return this;
    }

    /** What was said to a side. */
    Words of(String side, LocalDate on) {
        if (!ground.sides().containsValue(side)) {
            violations.add(new Violation("side", "is not a side of this agreement"));
        }
        day("on", on);
        return this;
    }

    private void day(String field, LocalDate day) {
        if (day.isAfter(ground.today())) {
            violations.add(new Violation(field, "must not be after today, " + ground.today()));
        }
        if (ground.signed() != null && day.isBefore(ground.signed())) {
            violations.add(new Violation(field, "must not be before the agreement was signed, " + ground.signed()));
        }
    }

    Words showing(List<Evidence> evidence) {
        Evidence.check(evidence, violations);
        for (var i = 0; i < evidence.size(); i++) {
            var dated = evidence.get(i).dated();
            if (dated != null && dated.isAfter(ground.today())) {
                violations.add(
                        new Violation("evidence[" + i + "].dated", "must not be after today, " + ground.today()));
            }
            var entry = evidence.get(i).correspondence();
            if (entry != null && !logged.test(entry)) {
                violations.add(new Violation(
                        "evidence[" + i + "].correspondence", "is not in the log of this agreement's correspondence"));
            }
        }
        return this;
    }

    /** What nobody said must be shown by a paper that can be found again. */
    Words proving(List<Evidence> evidence) {
        if (evidence.stream().allMatch(one -> one.dated() == null && one.correspondence() == null)) {
            violations.add(new Violation(
                    "evidence", "must have the date of a note or letter, or its entry in the log of correspondence"));
        }
        return this;
    }

    void check() {
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }
}
