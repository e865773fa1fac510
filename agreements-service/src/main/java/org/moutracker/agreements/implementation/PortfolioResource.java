package org.moutracker.agreements.implementation;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementType;
import org.moutracker.agreements.agreement.Trait;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Implementation")
class PortfolioResource {

    private final Portfolio portfolio;

    private final Caller caller;

    PortfolioResource(Portfolio portfolio, Caller caller) {
        this.portfolio = portfolio;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "See what has become of many agreements",
            description =
                    "A line for each country, area, initiative, status, type or officer, in the order of these, over all "
                            + "agreements that the filters leave but drafts and what is void. An agreement with several countries or "
                            + "areas stands under each, so that lines do not add up. The agreements of a line are listed by the "
                            + "same filters under /api/v1/agreements. Read from all agreements that are chosen: choose few.")
    public RestResponse<Page<PortfolioLine>> see(
            @Parameter(description = "What agreements are put together by") @NotNull @QueryParam("by") PortfolioKey by,
            @Parameter(
                            description = "ISO 3166-1 alpha-2 code of the country of one of their organizations",
                            example = "PS")
                    @QueryParam("country")
                    @Nullable
                    String country,
            @Parameter(description = "Name of an area, whatever its case and accents", example = "Ophthalmology")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Name of an initiative, whatever its case and accents", example = "CPEC")
                    @QueryParam("initiative")
                    @Nullable
                    String initiative,
            @QueryParam("status") @Nullable AgreementStatus status,
            @QueryParam("type") @Nullable AgreementType type,
            @Parameter(description = "Subject of one who answers for them today", example = "sadia")
                    @QueryParam("officer")
                    @Nullable
                    String officer,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        if ((officer != null || by == PortfolioKey.OFFICER) && caller.party().isPresent()) {
            throw new ForbiddenException("who is responsible in the register is internal to it");
        }
        var rows = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).get(0))
                .orElse("");
        var choice = new Portfolio.Choice(Trait.tags(country, area, initiative, type), status, officer);
        var lines = portfolio.page(by, choice, after, rows + 1);
        return Pages.of(lines, rows, line -> Cursor.of(line.key()), line -> line, uri);
    }
}
