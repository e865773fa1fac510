package org.moutracker.agreements.responsibility;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/agreements/{id}/responsible")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Officers", description = "Who of the register's own side is responsible, away, and stands in.")
class ResponsibleResource {

    private final FindResponsible find;
    private final Register register;

    ResponsibleResource(FindResponsible find, Register register) {
        this.find = find;
        this.register = register;
    }

    @GET
    @Operation(
            summary = "Read who is responsible on a day",
            description =
                    "The officers of the register's own side, or who stands in for those who are away; followers; and of every "
                            + "party the organization that stands there on that day, with its contact points. Where nobody is "
                            + "responsible it says why.")
    public ActingView readResponsible(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today unless told", example = "2026-03-01") @QueryParam("on") @Nullable
                    LocalDate on) {
        return find.on(id, on == null ? register.today() : on);
    }
}
