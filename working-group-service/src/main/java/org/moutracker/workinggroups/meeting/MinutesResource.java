package org.moutracker.workinggroups.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.workinggroups.access.OwnVoice;
import org.moutracker.workinggroups.deadline.Circumstances;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Circulates the minutes of a meeting, and notes what each side says to them. */
@Path("/api/v1/meetings/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Meetings")
class MinutesResource {

    private final ChangeMeeting change;
    private final Circumstances circumstances;
    private final OwnVoice voice;

    MinutesResource(ChangeMeeting change, Circumstances circumstances, OwnVoice voice) {
        this.change = change;
        this.circumstances = circumstances;
        this.voice = voice;
    }

    /** Lays minutes before the sides. */
    @Schema(name = "Circulation")
    record CirculationForm(
            @NotNull @Valid @Schema(required = true) Paper document,

            @Min(1)
            @Schema(
                    description = "The round that the caller takes it for; refused when it is another.",
                    examples = "1",
                    nullable = true)
            @Nullable
            Integer round) {}

    /** A side agrees. */
    @Schema(name = "MinutesAgreement")
    record AgreementForm(
            @NotBlank @Size(max = 50) @Schema(required = true, examples = "PK")
            String side,

            @Size(min = 1, max = 2000) @Printable @Schema(examples = "note verbale 14/2025", nullable = true) @Nullable
            String note) {}

    /** A side does not agree. */
    @Schema(name = "MinutesDispute")
    record DisputeForm(
            @NotBlank @Size(max = 50) @Schema(required = true, examples = "PS")
            String side,

            @NotBlank
            @Size(max = 2000)
            @Printable
            @Schema(required = true, examples = "item 2 was not decided as it is written")
            String reason) {}

    @POST
    @Path("/minutes")
    @Operation(
            summary = "Circulate minutes",
            description =
                    "Lays them before every side; after a dispute another round. Where the terms let silence be agreement, it runs from now on, and ends so only for a side of which somebody was shown to be told.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CirculationForm.class),
                            examples = @ExampleObject(name = "FirstRound", ref = "#/components/examples/FirstRound")))
    public RestResponse<MeetingView> circulateMinutes(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CirculationForm circulation) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                "minutes circulated",
                (meeting, group, now) -> meeting.circulate(
                        circulation.document(), circulation.round(), silence(group), group.sides(), now)));
    }

    private Silence silence(WorkingGroup group) {
        var rule = group.terms().meetings();
        var suspensions = circumstances
                .of(null, group.id())
                .map(Circumstances.Recorded::suspensions)
                .orElse(List.of());
        return Silence.of(rule == null ? null : rule.silence(), group.parties(), suspensions);
    }

    @POST
    @Path("/minutes/agreement")
    @Operation(
            summary = "Agree to minutes",
            description = "A side agrees, or somebody notes that it did. When the last has, the minutes are agreed.")
    public RestResponse<MeetingView> agreeToMinutes(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AgreementForm agreement) {
        return MeetingResource.answer(
                change.by(id, ifMatch, agreement.side() + " agrees to the minutes", (meeting, group, now) -> {
                    requireOwn(agreement.side(), group);
                    return meeting.agree(agreement.side(), agreement.note(), now);
                }));
    }

    @POST
    @Path("/minutes/dispute")
    @Operation(
            summary = "Dispute minutes",
            description = "A side does not agree as they are. They can be circulated again.")
    public RestResponse<MeetingView> disputeMinutes(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DisputeForm dispute) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                dispute.side() + " disputes the minutes: " + dispute.reason().strip(),
                (meeting, group, now) -> {
                    requireOwn(dispute.side(), group);
                    return meeting.dispute(dispute.side(), dispute.reason().strip(), now);
                }));
    }

    private void requireOwn(String side, WorkingGroup group) {
        var parties = group.parties().stream()
                .filter(party -> party.side().equals(side))
                .map(GroupParty::code)
                .toList();
        voice.require("side", side, group.id(), parties);
    }
}
