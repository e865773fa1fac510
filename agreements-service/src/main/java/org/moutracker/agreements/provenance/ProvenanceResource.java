package org.moutracker.agreements.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.RegisteredAgreements;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;

@Path("/api/v1/agreements/{id}/provenance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Provenance")
class ProvenanceResource {

    private final RegisteredAgreements register;
    private final StatementRepository statements;

    ProvenanceResource(RegisteredAgreements register, StatementRepository statements) {
        this.register = register;
        this.statements = statements;
    }

    @GET
    @Operation(
            summary = "Read where the facts are known from",
            description =
                    "Every fact of the agreement, in the order of their paths: what the register says now, what sources say "
                            + "of it side by side, which of them the register rests on, and whether they are in conflict.")
    public RestResponse<Page<FactView>> read(
            @PathParam("id") UUID id,
            @Parameter(description = "Only facts that are in conflict; false unless told")
                    @QueryParam("conflicts")
                    @Nullable
                    Boolean conflicts,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? "" : path(Cursor.parse(cursor, 1).get(0));
        var provenance = new Provenance(Facts.of(register.get(id)), statements.of(id));
        var rows = provenance.paths().stream()
                .filter(path -> path.compareTo(after) > 0)
                .filter(path -> !Boolean.TRUE.equals(conflicts) || provenance.isInConflict(path))
                .limit(size + 1L)
                .toList();
        return Pages.of(rows, size, path -> Cursor.of(hex(path)), provenance::view, uri);
    }

    // In a path there can be whatever the name of an area has, also what separates the values of a cursor.
    private static String hex(String path) {
        return HexFormat.of().formatHex(path.getBytes(UTF_8));
    }

    private static String path(String hex) {
        try {
            return new String(HexFormat.of().parseHex(hex), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("cursor", "is not one that this list gave");
        }
    }
}
