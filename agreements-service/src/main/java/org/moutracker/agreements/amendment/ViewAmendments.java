package org.moutracker.agreements.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.moutracker.agreements.agreement.AmendAgreement.Ground;
import org.moutracker.agreements.agreement.Difference;
import org.moutracker.platform.problem.InvalidRequest;

/** Shows amendments: what has taken effect as it did, and what has not as it would today. */
@ApplicationScoped
class ViewAmendments {

    private final Changes changes;

    ViewAmendments(Changes changes) {
        this.changes = changes;
    }

    AmendmentView view(Amendment amendment, Ground ground) {
        return AmendmentView.of(
                amendment, differences(amendment, ground), amendment.waitingFor(ground.sides(), ground.today()));
    }

    private List<Difference> differences(Amendment amendment, Ground ground) {
        return switch (amendment.status) {
            case PROPOSED, AGREED -> supposed(amendment, ground);
            case IN_EFFECT, BLOCKED, WITHDRAWN, LAPSED -> amendment.differences;
        };
    }

    private List<Difference> supposed(Amendment amendment, Ground ground) {
        try {
            return changes.differences(ground.form(), changes.apply(amendment.changes, ground.form()));
        } catch (InvalidRequest notAsThingsStand) {
            return List.of();
        }
    }
}
