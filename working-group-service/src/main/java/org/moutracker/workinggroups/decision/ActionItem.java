package org.moutracker.workinggroups.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Asked;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.workinggroup.LockGroup.Seat;

/** Something that a party, perhaps by one of its members, took on. Its deadline says until when, and whether it is done. */
@Entity
class ActionItem {

    @Id
    UUID id;

    @Version
    long version = 1;

    UUID workingGroupId;

    @Nullable
    UUID decisionId;

    /** Of the decision, as people call it. */
    @Nullable
    String number;

    @SuppressWarnings("NullAway.Init") // It is asked for by the item, so it comes a moment after it.
    UUID deadlineId;

    String title;
    String party;

    @Nullable
    UUID memberId;

    @Nullable
    UUID personId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> due;

    @Nullable
    String note;

    @Nullable
    String evidence;

    protected ActionItem() {}

    ActionItem(UUID id, UUID workingGroupId, String title, String party, Rule due) {
        this.id = id;
        this.workingGroupId = workingGroupId;
        this.title = title;
        this.party = party;
        this.due = due.toJson();
    }

    String source() {
        return "working-groups/%s/actions/%s".formatted(workingGroupId, id);
    }

    /** Somebody takes it on, or nobody in particular. */
    void assign(@Nullable Seat seat) {
        memberId = seat == null ? null : seat.member();
        personId = seat == null ? null : seat.person();
        party = seat == null ? party : seat.party();
    }

    /** It is done. */
    void complete(@Nullable String note, @Nullable String evidence) {
        this.note = note;
        this.evidence = evidence;
    }

    /** What it asks of its deadline while it is open. */
    Asked asked() {
        return new Asked(
                source(),
                DeadlineKind.ACTION,
                title,
                Rule.parse(due),
                Standing.open(),
                new Origin(null, decisionId == null ? null : "GROUP_DECISION", number),
                List.of(new Responsible(party, personId)));
    }
}
