package org.moutracker.workinggroups.workinggroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.workinggroups.deadline.DeadlineLedger;

/** What time brings to groups: terms of office end, another side leads, and who has not met for too long falls dormant. */
@ApplicationScoped
class PassGroups implements DueWork<UUID> {

    private static final DueRows ROWS = new DueRows("working_group", "id", "due_at", "due_at IS NOT NULL", "id");

    private final WorkingGroupRepository groups;
    private final GroupLedger ledger;
    private final FillSeats fillSeats;

    PassGroups(WorkingGroupRepository groups, GroupLedger ledger, FillSeats fillSeats) {
        this.groups = groups;
        this.ledger = ledger;
        this.fillSeats = fillSeats;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public DueRows rows() {
        return ROWS;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    @Override
    public void handle(List<UUID> claimed, Instant now) {
        var due = groups.lockAll(claimed);
        var left = told(due, now, WorkingGroup::endTerms);
        told(due, now, WorkingGroup::passChair);
        told(due, now, WorkingGroup::fallDormant);
        left.forEach(group -> fillSeats.of(group, now, DeadlineLedger.SYSTEM));
    }

    /** Those to which it happens, each told as a version of its own. */
    private List<WorkingGroup> told(
            List<WorkingGroup> due,
            Instant now,
            BiFunction<WorkingGroup, Instant, Optional<? extends WorkingGroupEvent>> what) {
        var happened = new ArrayList<WorkingGroup>();
        var events = new ArrayList<Caused<WorkingGroupEvent>>();
        for (var group : due) {
            what.apply(group, now).ifPresent(event -> {
                happened.add(group);
                events.add(new Caused<>(event, null));
            });
        }
        ledger.tell(events);
        groups.flush();
        return happened;
    }
}
