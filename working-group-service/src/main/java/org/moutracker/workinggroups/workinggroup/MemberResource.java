package org.moutracker.workinggroups.workinggroup;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.workinggroups.person.People;
import org.moutracker.workinggroups.person.Person;

/** Names members, reads them and notes that they accept. */
@Path("/api/v1/working-groups/{id}/members")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members", description = "The people in a working group, and how to reach them.")
class MemberResource {

    private final WorkingGroupRepository groups;
    private final People people;
    private final NominateMember nominateMember;
    private final FillSeats fillSeats;
    private final ConstituteGroup constituteGroup;
    private final GroupLedger ledger;
    private final Idempotency idempotency;
    private final ChangeGroup change;

    MemberResource(
            WorkingGroupRepository groups,
            People people,
            NominateMember nominateMember,
            FillSeats fillSeats,
            ConstituteGroup constituteGroup,
            GroupLedger ledger,
            Idempotency idempotency,
            ChangeGroup change) {
        this.groups = groups;
        this.people = people;
        this.nominateMember = nominateMember;
        this.fillSeats = fillSeats;
        this.constituteGroup = constituteGroup;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.change = change;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Nominate a member",
            description =
                    "A party of the agreement names somebody. The same mail address is the same person everywhere."
                            + " When nobody is missing any more, the group is constituted by itself and its establishment"
                            + " deadline is met. A term of office ends by itself; an alternate stands in while the member is"
                            + " away.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Nomination.class),
                            examples = {
                                @ExampleObject(name = "CoChair", ref = "#/components/examples/CoChair"),
                                @ExampleObject(name = "Alternate", ref = "#/components/examples/Alternate")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response nominateMember(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid Nomination nomination,
            @Context UriInfo uri) {
        return idempotency.once(
                key,
                uri,
                nomination,
                () -> change.asking(
                        id, null, (group, now, who) -> created(id, nominateMember.by(nomination, group, now, who))));
    }

    private static Response created(UUID group, MemberView member) {
        return Response.created(URI.create("/api/v1/working-groups/%s/members/%s".formatted(group, member.id())))
                .entity(member)
                .build();
    }

    @GET
    @Operation(summary = "List members", description = "A page at a time, in the order of nomination.")
    public RestResponse<Page<MemberView>> listMembers(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        var members = groups.view(id).members().stream()
                .dropWhile(member -> after != null && !member.id().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(size + 1)
                .toList();
        var persons = persons(members);
        return Pages.of(
                members,
                size,
                member -> Cursor.of(member.id()),
                member -> MemberView.of(member, persons.get(member.personId())),
                uri);
    }

    @GET
    @Path("/{member}")
    @Operation(summary = "Read a member", description = "Who it is, for whom and as what.")
    public MemberView readMember(@PathParam("id") UUID id, @PathParam("member") UUID member) {
        return view(groups.get(id).member(member));
    }

    @POST
    @Path("/{member}/acceptance")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Operation(
            summary = "Accept a nomination",
            description =
                    "Only where the group's composition asks for acceptance. May complete the group, which is then"
                            + " constituted by itself.")
    public MemberView acceptNomination(@PathParam("id") UUID id, @PathParam("member") UUID member) {
        return change.asking(id, null, (group, now, who) -> {
            ledger.tell(group.accept(member), who);
            var accepted = group.member(member);
            fillSeats.of(group, now, who);
            constituteGroup.ifComplete(group, group.party(accepted.party()), now, who);
            return view(accepted);
        });
    }

    private MemberView view(Member member) {
        return MemberView.of(member, persons(List.of(member)).get(member.personId()));
    }

    private Map<UUID, Person> persons(List<Member> members) {
        return people.find(members.stream().map(Member::personId).toList());
    }
}
