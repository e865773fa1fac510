package org.moutracker.workinggroups.workinggroup;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.People;

/** Lets members be away, leave, or never have been there. */
@Path("/api/v1/working-groups/{id}/members/{member}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Members")
class MemberCommandResource {

    private final ChangeGroup change;
    private final People people;
    private final EndMembership endMembership;
    private final FillSeats fillSeats;
    private final GroupLedger ledger;

    MemberCommandResource(
            ChangeGroup change, People people, EndMembership endMembership, FillSeats fillSeats, GroupLedger ledger) {
        this.change = change;
        this.people = people;
        this.endMembership = endMembership;
        this.fillSeats = fillSeats;
        this.ledger = ledger;
    }

    /** Days on which somebody is away. */
    @Schema(name = "NewAbsence")
    record Away(
            @NotNull @Schema(required = true, examples = "2025-10-01")
            LocalDate from,

            @NotNull @Schema(required = true, examples = "2025-10-12")
            LocalDate to,

            @Schema(
                    description =
                            "The member of the same side who stands in, by the id of the seat; the alternate unless told.",
                    nullable = true)
            @Nullable
            UUID deputy) {}

    /** Says why it was a mistake. */
    @Schema(name = "MemberVoiding")
    record Mistaken(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "entered in the wrong group")
            String reason) {}

    @POST
    @Path("/absences")
    @Operation(
            summary = "Note that a member is away",
            description =
                    "Meanwhile whoever stands in is told in place of the member. One absence does not overlap another.")
    public MemberView noteAbsence(
            @PathParam("id") UUID id, @PathParam("member") UUID member, @NotNull @Valid Away away) {
        return change(
                id,
                member,
                (group, now, who) -> ledger.tell(group.away(member, away.from(), away.to(), away.deputy(), now), who));
    }

    @DELETE
    @Path("/absences/{number}")
    @Operation(summary = "Note that a member is not away after all", description = "Takes an absence back.")
    public MemberView takeBackAbsence(
            @PathParam("id") UUID id, @PathParam("member") UUID member, @PathParam("number") int number) {
        return change(id, member, (group, now, who) -> ledger.tell(group.back(member, number), who));
    }

    @POST
    @Path("/end")
    @Operation(
            summary = "End a membership",
            description =
                    "The member has left. A successor, who sits in the group already or is named with this, takes over what"
                            + " is open: deadlines and action items. Without one they fall to the side; a seat that must be"
                            + " filled opens a deadline to name somebody.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndMembership.Leaving.class),
                            examples = @ExampleObject(name = "Handover", ref = "#/components/examples/Handover")))
    public MemberView endMembership(
            @PathParam("id") UUID id, @PathParam("member") UUID member, @NotNull @Valid EndMembership.Leaving leaving) {
        return change(id, member, (group, now, who) -> endMembership.by(leaving, member, group, now, who));
    }

    @POST
    @Path("/voiding")
    @Operation(
            summary = "Void a membership",
            description = "It was entered by mistake: it does not count, and stays in the history. A seat that must be"
                    + " filled opens a deadline to name somebody.")
    public MemberView voidMembership(
            @PathParam("id") UUID id, @PathParam("member") UUID member, @NotNull @Valid Mistaken mistaken) {
        return change(id, member, (group, now, who) -> {
            ledger.tell(group.voidMember(member, mistaken.reason().strip(), now), who);
            fillSeats.of(group, now, who);
        });
    }

    private MemberView change(UUID id, UUID seat, ChangeGroup.Command command) {
        return change.asking(id, null, (group, now, who) -> {
            command.on(group, now, who);
            var member = group.member(seat);
            return MemberView.of(member, people.find(List.of(member.personId())).get(member.personId()));
        });
    }
}
