package org.moutracker.notifications.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Step;
import org.moutracker.platform.problem.RuleViolated;

/**
 * An alert, and as whom its recipient was told.
 *
 * @param step null when a date has moved
 */
record OpenAlert(AlertState state, @Nullable Step step, String party, ZoneId zone) {

    static final String COLUMNS = AlertState.COLUMNS + ", alert.step AS step_offset, alert.party, alert.zone";

    static OpenAlert read(ResultSet row) throws SQLException {
        return new OpenAlert(
                AlertState.read(row),
                Optional.ofNullable(row.getObject("step_offset", Integer.class))
                        .map(Step::new)
                        .orElse(null),
                row.getString("party"),
                ZoneId.of(row.getString("zone")));
    }

    /** The step by which somebody knows; that a date has moved is none, and what is over needs nobody any more. */
    Step requireOpen(String toBeDone) {
        if (step == null) {
            throw new RuleViolated("that a date has moved is told once and cannot be " + toBeDone
                    + ": the steps of its new day can, once they come");
        }
        if (state.state() == AlertStatus.ENDED) {
            throw new RuleViolated(
                    "the alert has ended (%s) and cannot be %s any more".formatted(state.endedBecause(), toBeDone));
        }
        return step;
    }
}
