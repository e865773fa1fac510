package org.moutracker.agreements.organization;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations", description = "Who stands behind a party: its names, its duplicates, its successors.")
class OrganizationResource {

    private final Organizations organizations;
    private final KnownOrganizations known;
    private final RecordOrganization record;
    private final OrganizationPatch patch;
    private final SuggestDuplicates duplicates;
    private final Idempotency idempotency;

    OrganizationResource(
            Organizations organizations,
            KnownOrganizations known,
            RecordOrganization record,
            OrganizationPatch patch,
            SuggestDuplicates duplicates,
            Idempotency idempotency) {
        this.organizations = organizations;
        this.known = known;
        this.record = record;
        this.patch = patch;
        this.duplicates = duplicates;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Register an organization",
            description =
                    "With its names in several languages and scripts. The answer lists organizations whose names are alike; "
                            + "if one of them is the same, merge them. One with the same name, country, kind, zone and calendar "
                            + "is the same, and refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewOrganizationForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "Ministry of Health",
                                            ref = "#/components/examples/NewOrganization")))
    @APIResponse(
            responseCode = "201",
            description = "The organization, and which others are alike",
            content = @Content(schema = @Schema(implementation = RegisteredView.class)))
    public Response registerOrganization(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid NewOrganizationForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var organization = record.register(form);
            return Versions.created(
                    "/api/v1/organizations/" + organization.id,
                    new RegisteredView(OrganizationView.of(organization), duplicates.of(organization)),
                    organization.version);
        });
    }

    @GET
    @Operation(
            summary = "List organizations",
            description = "By name, a page at a time, without those that were merged into others.")
    public RestResponse<Page<Organization>> list(
            @Parameter(description = "ISO 3166-1 alpha-2 code", example = "PS") @QueryParam("country") @Nullable
                    String country,
            @Parameter(
                            description =
                                    "Part of a name, a variant or a former name, in whatever script; case, accents "
                                            + "and legal forms make no difference",
                            example = "health")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var rows = Pages.limit(limit);
        var after = Optional.ofNullable(cursor).map(value -> Cursor.parse(value, 2));
        var page = organizations.page(
                country,
                text,
                after.map(c -> c.get(0)).orElse(null),
                after.map(c -> c.uuid(1)).orElse(null),
                rows + 1);
        return Pages.of(page, rows, o -> Cursor.of(o.name(), o.id()), o -> o, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read an organization",
            description = "With all its names. A duplicate still answers, and names the one that it was merged into.")
    public RestResponse<OrganizationView> read(@PathParam("id") UUID id) {
        return answer(known.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Transactional
    @Operation(
            summary = "Change an organization",
            description =
                    "A JSON merge patch (RFC 7396) of name, variants, zone and calendar. A name that it has had stays known. "
                            + "Its agreements show and tell what is new within seconds. When it became another, such as by a "
                            + "reform, record a succession instead: that has a date.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            example = "{\"variants\": [{\"language\": \"ar\", \"name\": \"وزارة الصحة\"}]}"))
    public RestResponse<OrganizationView> changeOrganization(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode changes) {
        var organization = known.lock(id);
        Versions.require(ifMatch, organization.version);
        organization.requireItself();
        return answer(record.change(organization, patch.apply(changes, OrganizationChange.of(organization))));
    }

    @GET
    @Path("/{id}/duplicates")
    @Transactional
    @Operation(
            summary = "List what an organization may be a duplicate of",
            description =
                    "The organizations whose names, variants and former names are alike: those of the same country first, then "
                            + "the most similar first, 20 at most. Alike are folded names (without case, accents, punctuation, "
                            + "legal forms and variants of letters) whose trigrams are similar by 0.5 or more. None is joined "
                            + "by itself.")
    public List<DuplicateView> listDuplicates(@PathParam("id") UUID id) {
        return duplicates.of(known.get(id));
    }

    static RestResponse<OrganizationView> answer(KnownOrganization organization) {
        return Versions.answer(OrganizationView.of(organization), organization.version);
    }
}
