package org.moutracker.workinggroups.report;

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

/** Shows how the agreements of a group are carried out by now. */
@Path("/api/v1/working-groups/{id}/report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "How the agreements of a group are carried out: by now, and as it was reported.")
class ReportResource {

    private final WriteReport writeReport;

    ReportResource(WriteReport writeReport) {
        this.writeReport = writeReport;
    }

    @GET
    @Operation(
            summary = "Read how the agreements of a group are carried out",
            description =
                    "From what is known now: commitments by status, deadlines that were met in time or late, that are"
                            + " open or overdue, decisions, action items, meetings, who sits for each side and who is missing. Nothing"
                            + " that is internal to a side, and persons by id alone. Lists count all and show the first 200.")
    public GroupReport readReport(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "The first day; that of the establishment, or a year before the last, unless told",
                            example = "2025-10-14")
                    @QueryParam("from")
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day, not after today; today unless told", example = "2026-04-13")
                    @QueryParam("to")
                    @Nullable
                    LocalDate to,
            @Parameter(description = "One of the agreements of the group; all of them unless told")
                    @QueryParam("agreement")
                    @Nullable
                    UUID agreement) {
        return writeReport.of(id, from, to, agreement);
    }
}
