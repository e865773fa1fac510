package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group as other services hear of it: its members by id alone.
 *
 * @param commitmentId left out for a group that nobody has committed to
 * @param terms left out while nothing was agreed
 * @param grounds left out while an agreement stands
 * @param chair whose turn it is to lead it; left out where co-chairs lead it together, and before and after its work
 */
record WorkingGroupState(
        UUID id,
        String name,
        String type,
        WorkingGroupStatus status,
        List<UUID> agreements,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID commitmentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID parent,
        List<String> functions,
        Composition composition,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TermsOfReference terms,
        @Nullable LocalDate establishedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate firstMetOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate lastMetOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DormantBecause dormantBecause,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate dormantOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Grounds grounds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate endedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Chair chair,
        List<MemberState> members,
        List<Missing> missing,
        long version) {

    static WorkingGroupState of(WorkingGroup group, long version) {
        var life = group.life;
        var grounds = group.remit.grounds();
        var seats = group.circle.seats();
        return new WorkingGroupState(
                group.id,
                group.name,
                group.type,
                life.status(),
                group.agreements(),
                group.commitmentId(),
                group.parentId,
                group.functions,
                group.circle.composition(),
                group.terms.isAgreed() ? group.terms : null,
                life.establishedOn(),
                life.firstMetOn(),
                life.lastMetOn(),
                life.dormantBecause(),
                life.dormantOn(),
                grounds == Grounds.STANDING ? null : grounds,
                life.endedOn(),
                group.presidency.chair(),
                group.members().stream()
                        .map(member -> MemberState.of(member, seats))
                        .toList(),
                group.circle.missing(),
                version);
    }
}
