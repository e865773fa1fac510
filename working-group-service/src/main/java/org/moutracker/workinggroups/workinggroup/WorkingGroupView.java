package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as callers see it. */
@Schema(name = "WorkingGroup", description = "People of several sides who are to see to an agreement together.")
record WorkingGroupView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Pakistan–Palestine Health Working Group")
        String name,

        @Schema(required = true, examples = "JOINT_WORKING_GROUP")
        String type,

        @ProjectedFieldName("life.status") @Schema(required = true)
        WorkingGroupStatus status,

        @ProjectedFieldName("remit.agreements")
        @Schema(required = true, description = "The agreements that it sees to.")
        List<UUID> agreements,

        @ProjectedFieldName("remit.commitmentId")
        @Schema(
                required = true,
                description = "The commitment that mandates it; null for a group that nobody has committed to.",
                nullable = true)
        @Nullable
        UUID commitmentId,

        @Schema(required = true, description = "The group that it belongs to.", nullable = true) @Nullable
        UUID parentId,

        @ProjectedFieldName("circle.parties") @Schema(required = true, description = "Whose people sit in it.")
        List<GroupParty> parties,

        @Schema(required = true, examples = "[\"SUPERVISE\"]")
        List<String> functions,

        @ProjectedFieldName("circle.composition") @Schema(required = true)
        Composition composition,

        @Schema(required = true) TermsOfReference terms,

        @ProjectedFieldName("life.establishedOn")
        @Schema(required = true, examples = "2025-10-14", nullable = true)
        @Nullable
        LocalDate establishedOn,

        @ProjectedFieldName("life.firstMetOn")
        @Schema(required = true, examples = "2025-11-10", nullable = true)
        @Nullable
        LocalDate firstMetOn,

        @ProjectedFieldName("life.lastMetOn")
        @Schema(required = true, examples = "2026-05-11", nullable = true)
        @Nullable
        LocalDate lastMetOn,

        @ProjectedFieldName("life.dormantBecause")
        @Schema(required = true, description = "Why it is dormant; null unless it is.", nullable = true)
        @Nullable
        DormantBecause dormantBecause,

        @ProjectedFieldName("life.dormantOn")
        @Schema(required = true, description = "Since when it is dormant; null unless it is.", nullable = true)
        @Nullable
        LocalDate dormantOn,

        @ProjectedFieldName("remit.grounds")
        @Schema(required = true, description = "What its agreements give it to stand on.")
        Grounds grounds,

        @ProjectedFieldName("life.endedOn")
        @Schema(required = true, description = "When it was concluded or abandoned.", nullable = true)
        @Nullable
        LocalDate endedOn,

        @Schema(
                required = true,
                description = "Whether somebody should look at it: nobody sits for a side, or all its agreements have"
                        + " ended while it has not.")
        boolean orphan,

        @ProjectedFieldName("circle.vacant")
        @Schema(required = true, description = "The sides for which nobody sits.", examples = "[\"PS\"]")
        List<String> vacant,

        @ProjectedFieldName("presidency.chair") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Chair chair,

        @ProjectedFieldName("circle.members") @Schema(required = true)
        List<Member> members,

        @ProjectedFieldName("circle.missing")
        @Schema(required = true, description = "Who has yet to be named; empty when the group is complete.")
        List<Missing> missing,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version) {}
