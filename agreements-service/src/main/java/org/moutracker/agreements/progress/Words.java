package org.moutracker.agreements.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementsOfCommitments.Ground;
import org.moutracker.agreements.commitment.history.Evidence;
import org.moutracker.agreements.commitment.history.OnBehalf;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Looks whether words can have been said: by a party of the agreement, since it was signed and not in the future. */
final class Words {

    private final Ground ground;
    private final List<Violation> violations = new ArrayList<>();

    Words(Ground ground) {
        this.ground = ground;
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
        return this;
    }

    void check() {
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }
}
