package org.moutracker.agreements.agreement;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.agreements.table.Downloads;
import org.moutracker.agreements.table.ListFormat;
import org.moutracker.agreements.table.Rows;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/agreements")
@Tag(name = "Agreements")
class AgreementListResource {

    private final AgreementList list;
    private final Organizations organizations;
    private final Downloads downloads;
    private final Caller caller;
    private final OwnSide side;
    private final InstantSource clock;

    AgreementListResource(
            AgreementList list,
            Organizations organizations,
            Downloads downloads,
            Caller caller,
            OwnSide side,
            InstantSource clock) {
        this.list = list;
        this.organizations = organizations;
        this.downloads = downloads;
        this.caller = caller;
        this.side = side;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.TEXT_CSV, ListFormat.SPREADSHEET})
    @Operation(
            summary = "List agreements",
            description =
                    "A page at a time as JSON; the whole list as CSV or XLSX, by `Accept` or by `format`. Filters combine. "
                            + "A day known only in part is found by every range that it can lie in, and sorts by the first day "
                            + "that it can be; of one that is open at one end the other end counts, and an unknown one is found "
                            + "by no range and sorts before all others. Days of registration are days in UTC.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as a file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AgreementPage.class)),
                @Content(mediaType = ListFormat.TEXT_CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ListFormat.SPREADSHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response list(
            @Parameter(description = "Any of several, if given several times") @QueryParam("status")
                    List<AgreementStatus> status,
            @Parameter(
                            description = "Whether those are listed too that were registered by mistake or merged into "
                                    + "others; false unless told, or the status VOIDED is asked for")
                    @QueryParam("voided")
                    @Nullable
                    Boolean voided,
            @Parameter(description = "Any of several, if given several times") @QueryParam("type")
                    List<AgreementType> type,
            @Parameter(description = "Code of a party", example = "PK") @QueryParam("party") @Nullable String party,
            @Parameter(
                            description = "ISO 3166-1 alpha-2 code of the country of one of its organizations",
                            example = "PS")
                    @QueryParam("country")
                    @Nullable
                    String country,
            @Parameter(description = "One of its organizations") @QueryParam("organization") @Nullable
                    UUID organization,
            @Parameter(description = "Name of an area, whatever its case and accents", example = "Ophthalmology")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Name of an initiative, whatever its case and accents", example = "CPEC")
                    @QueryParam("initiative")
                    @Nullable
                    String initiative,
            @Parameter(
                            description = "What another register calls it: its scheme, a colon and the value",
                            example = "UNTS:I-54321")
                    @QueryParam("externalIdentifier")
                    @Nullable
                    String externalIdentifier,
            @Parameter(
                            description =
                                    "Subject of the officer who is responsible today; whoever stands in does not count",
                            example = "a-khan")
                    @QueryParam("officer")
                    @Nullable
                    String officer,
            @Parameter(description = "Signed on this day or later", example = "2025-01-01")
                    @QueryParam("signedFrom")
                    @Nullable
                    LocalDate signedFrom,
            @Parameter(description = "Signed on this day or earlier", example = "2025-12-31")
                    @QueryParam("signedUntil")
                    @Nullable
                    LocalDate signedUntil,
            @Parameter(description = "Entered into force on this day or later", example = "2025-01-01")
                    @QueryParam("inForceFrom")
                    @Nullable
                    LocalDate inForceFrom,
            @Parameter(description = "Entered into force on this day or earlier", example = "2025-12-31")
                    @QueryParam("inForceUntil")
                    @Nullable
                    LocalDate inForceUntil,
            @Parameter(description = "Registered on this day or later", example = "2025-01-01")
                    @QueryParam("registeredFrom")
                    @Nullable
                    LocalDate registeredFrom,
            @Parameter(description = "Registered on this day or earlier", example = "2025-12-31")
                    @QueryParam("registeredUntil")
                    @Nullable
                    LocalDate registeredUntil,
            @Parameter(
                            description =
                                    "Words of its reference, titles, organizations, on whose behalf they act, areas and "
                                            + "initiatives; all of them, in whatever language and order, each also as the "
                                            + "beginning of a longer one. Case, accents, vowel signs, full width and variants "
                                            + "of Arabic letters do not matter; in scripts without spaces any part of a text "
                                            + "is found. What is joined by other signs than spaces is looked for in a row.",
                            example = "health")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(description = AgreementSort.WORDS + "; -registered unless told") @QueryParam("sort") @Nullable
                    String sort,
            @Parameter(description = "How many, 1 to 200; 50 unless told; files are not cut into pages")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            description =
                                    "Whether to say how many there are, counted up to 10,000; asked for with the first "
                                            + "page it is not asked for with every page, since it can take as long as ten of them")
                    @QueryParam("count")
                    @Nullable
                    Boolean count,
            @Parameter(description = "json, csv or xlsx; stands above `Accept`", example = "csv")
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        var filter = new AgreementFilter(
                status,
                Boolean.TRUE.equals(voided),
                type,
                new AgreementFilter.Tags()
                        .with(Trait.PARTY, "party", party)
                        .with(Trait.COUNTRY, "country", AgreementFilter.country(country))
                        .with(Trait.ORGANIZATION, "organization", organization)
                        .with(Trait.AREA, "area", area)
                        .with(Trait.INITIATIVE, "initiative", initiative)
                        .with(
                                Trait.EXTERNAL,
                                "externalIdentifier",
                                externalIdentifier == null ? null : ExternalIdentifier.parse(externalIdentifier))
                        .all(),
                DayRange.of("signed", signedFrom, signedUntil),
                DayRange.of("inForce", inForceFrom, inForceUntil),
                DayRange.of("registered", registeredFrom, registeredUntil),
                text == null ? null : AgreementFilter.words(text),
                responsible(officer),
                side.draftsOf().orElse(null));
        var order = AgreementSort.of(sort);
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor).map(c -> Cursor.parse(c, 3)).orElse(null);
        var as = ListFormat.of(format, headers);
        if (as != ListFormat.JSON) {
            return downloads.send(as, AgreementTable.TABLE, lines(filter, order, after), request);
        }
        var rows = list.page(filter, order, after, size + 1);
        var known = organizations(rows);
        var page = Pages.of(rows, size, order::position, row -> row.summary(known), uri);
        var counted = count != null && count ? list.count(filter) : null;
        return Response.fromResponse(page.toResponse())
                .entity(new AgreementPage(
                        page.getEntity().items(), page.getEntity().next(), counted))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private AgreementFilter.@Nullable Officer responsible(@Nullable String officer) {
        if (officer == null) {
            return null;
        }
        if (caller.party().isPresent()) {
            throw new ForbiddenException("who is responsible in the register is internal to it");
        }
        return new AgreementFilter.Officer(officer, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Rows<AgreementTable.Line> lines(AgreementFilter filter, AgreementSort order, @Nullable Cursor begin) {
        return last -> {
            var after = last == null ? begin : order.position(last.row());
            var rows = list.page(filter, order, after, Rows.PORTION);
            var known = organizations(rows);
            return rows.stream()
                    .map(row -> new AgreementTable.Line(row, AgreementView.parties(row.parties(), known)))
                    .toList();
        };
    }

    private List<Organization> organizations(List<AgreementSummary.Row> rows) {
        return List.copyOf(organizations
                .find(rows.stream()
                        .flatMap(row -> row.parties().stream())
                        .map(Party::organizationId)
                        .distinct()
                        .toList())
                .values());
    }
}
