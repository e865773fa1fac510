package org.moutracker.agreements.correspondence;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;

@Path("/api/v1/correspondence/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Correspondence")
class CorrespondenceResource {

    private final CorrespondenceRepository log;
    private final RecordCorrespondence record;

    CorrespondenceResource(CorrespondenceRepository log, RecordCorrespondence record) {
        this.log = log;
        this.record = record;
    }

    @GET
    @Operation(summary = "Read an entry of the log", description = "One note verbale or letter; also when it is void.")
    public RestResponse<CorrespondenceView> read(@PathParam("id") UUID id) {
        return answer(log.get(id));
    }

    @POST
    @Path("/voiding")
    @Transactional
    @Operation(
            summary = "Void an entry of the log",
            description =
                    "It was entered wrongly. It stays on record with the reason, and is no longer listed unless that is "
                            + "asked for.")
    public RestResponse<CorrespondenceView> makeVoid(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid VoidingForm form) {
        var entry = record.lock(id);
        Versions.allow(ifMatch, entry.version);
        return answer(record.makeVoid(entry, form.reason()));
    }

    private static RestResponse<CorrespondenceView> answer(Correspondence entry) {
        return Versions.answer(CorrespondenceView.of(entry), entry.version);
    }
}
